import { z } from 'zod'
import { cleanName } from '@/lib/clean-name'
import { PublicError } from '@/lib/errors'

/** One line that an operator typed; `what` names it in what they are told. */
export const typed = (what: string, longest: number) =>
  z
    .string()
    .max(longest, `${what}: at most ${longest} characters.`)
    .transform(cleanName)
    .pipe(z.string().min(1, `${what}: say something.`))

export const whole = (what: string, least: number, most: number) => {
  const message = `${what}: a whole number from ${least} to ${most}.`
  return z.number(message).int(message).min(least, message).max(most, message)
}

/** What the schema makes of it; throws `invalid_request` that names each wrong field. */
export function checkTyped<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const checked = schema.safeParse(value)
  if (checked.success) return checked.data
  const fields = checked.error.issues.map(({ path, message }) => ({
    field: path.join('.'),
    message,
  }))
  throw new PublicError('invalid_request', 'Something is not right yet.', { fields })
}
