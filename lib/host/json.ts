export type JsonObject = { [key: string]: unknown }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The member of that name which the text itself had, whatever names objects are born with. */
export const own = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined

export const ownText = (value: unknown, key: string): string | null => {
  const member = own(value, key)
  return typeof member === 'string' && member !== '' ? member : null
}

export const ownObject = (value: unknown, key: string): JsonObject | null => {
  const member = own(value, key)
  return isObject(member) ? member : null
}

export const ownTexts = (value: unknown, key: string): string[] => {
  const member = own(value, key)
  return Array.isArray(member) ? member.filter((each) => typeof each === 'string') : []
}

/** Null for what is no JSON, or nested so deep that nothing else here could walk it. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isDeep(value) ? null : value
  } catch {
    return null
  }
}

const deepest = 200

/** In a loop, for recursion is what depth breaks. */
function isDeep(root: unknown): boolean {
  const left = [{ value: root, depth: 0 }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth > deepest) return true
    for (const member of Object.values(value)) left.push({ value: member, depth: depth + 1 })
  }
  return false
}
