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

/** Null for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
