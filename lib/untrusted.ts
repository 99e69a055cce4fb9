import { z } from 'zod'
import { toPlainText } from './plain-text'

const untrustedSchemas = z.registry<{ untrusted: true }>()

/** Said of every text that others wrote, so that a model takes it for what it is. */
export const untrustedMark = '(third-party text)'

/**
 * A field of a result whose text others wrote. It leaves as one line of at most `longest` characters
 * that shows all it holds and leads nowhere.
 */
export function untrusted(longest: number, description: string) {
  const schema = plain(longest).describe(`${description} ${untrustedMark}`)
  untrustedSchemas.add(schema, { untrusted: true })
  return schema
}

/** A list of such texts. */
export function untrustedList(longest: number, most: number, description: string) {
  const schema = z
    .array(plain(longest))
    .overwrite((texts) => texts.filter(Boolean).slice(0, most))
    .describe(`${description} ${untrustedMark}`)
  untrustedSchemas.add(schema, { untrusted: true })
  return schema
}

/** A text of ours or of our data that is held to the same form, unmarked. */
export const plain = (longest: number) => z.string().overwrite((text) => toPlainText(text, longest))

/** Also of a field that was made optional, or has a default, afterwards. */
export function isUntrusted(schema: unknown): boolean {
  if (!(schema instanceof z.ZodType)) return false
  if (untrustedSchemas.has(schema)) return true
  return isUntrusted((schema.def as { innerType?: unknown }).innerType)
}
