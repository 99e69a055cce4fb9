import { ClientRefused } from './refused'

/** The JSON object that a client sent or published. Throws ClientRefused. */
export function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>
    }
  } catch {
    // Not JSON is as wrong as another kind of JSON.
  }
  throw new ClientRefused('not_an_object')
}
