import { ClientRefused } from './refused'

/** The JSON object that a client sent or published, if the database takes it. Throws ClientRefused. */
export function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && isTaken(value)) {
      return value as Record<string, unknown>
    }
  } catch {
    // Not JSON is as wrong as another kind of JSON.
  }
  throw new ClientRefused('not_an_object')
}

const hasUnreadable = /\0|\p{Surrogate}/u
const deepest = 50

/** JSON may hold what Postgres refuses to read in it: a NUL, half a character, depth without an end. */
function isTaken(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !hasUnreadable.test(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth > deepest) return false
  return Object.entries(value).every(([key, each]) => isTaken(key) && isTaken(each, depth + 1))
}
