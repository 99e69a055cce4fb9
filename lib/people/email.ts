import { z } from 'zod'

const Email = z.email().max(254)

/** The address in lower case, or null when it is not one. */
export function normalizeEmail(text: string): string | null {
  const result = Email.safeParse(text.trim().toLowerCase())
  return result.success ? result.data : null
}

export const exampleEmail = 'ada@example.com'
