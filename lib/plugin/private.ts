import { z } from 'zod'

// A registry of its own: what is said here appears in no published schema.
const privateFields = z.registry<{ private: true }>()

/** Marks a field of an input whose value must not be kept: the person's activity shows that it was given. */
export const keepPrivate = <Schema extends z.ZodType>(schema: Schema): Schema => {
  privateFields.add(schema, { private: true })
  return schema
}

/** Also of a field that was made optional, or has a default, afterwards. */
export function isPrivate(schema: unknown): boolean {
  if (!(schema instanceof z.ZodType)) return false
  if (privateFields.has(schema)) return true
  return isPrivate((schema.def as { innerType?: unknown }).innerType)
}
