import { z } from 'zod'

// A registry of its own: what is said here appears in no published schema.
const privateFields = z.registry<{ private: true }>()

/** Marks a field of an input whose value must not be kept: the person's activity shows that it was given. */
export const keepPrivate = <Schema extends z.ZodType>(schema: Schema): Schema => {
  privateFields.add(schema, { private: true })
  return schema
}

const known = new WeakMap<object, boolean>()

/** Also of a field that was made optional, or has a default, afterwards, or holds such a field. */
export function isPrivate(schema: object | undefined): boolean {
  if (!schema) return false
  const answer = known.get(schema) ?? holdsPrivate(schema, new Set())
  known.set(schema, answer)
  return answer
}

/** `seen`: a schema may hold itself. */
function holdsPrivate(schema: unknown, seen: Set<unknown>): boolean {
  if (!(schema instanceof z.ZodType) || seen.has(schema)) return false
  seen.add(schema)
  return privateFields.has(schema) || partsOf(schema).some((part) => holdsPrivate(part, seen))
}

/** What a schema is made of: members, elements, alternatives, or what it wraps. */
const partsOf = ({ def }: z.ZodType): unknown[] =>
  Object.entries(def).flatMap(([name, part]) => {
    if (name === 'getter' && typeof part === 'function') return [part()]
    if (part instanceof z.ZodType) return [part]
    return typeof part === 'object' && part !== null ? Object.values(part) : []
  })
