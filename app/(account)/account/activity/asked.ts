import { z } from 'zod'
import type { Asked } from '@/lib/account/activity'

// What the database takes: no zero byte in a text, no year 0 in a day.
const text = z
  .string()
  .regex(/^[^\0]{1,200}$/)
  .nullable()
  .catch(null)
const day = z.iso
  .date()
  .regex(/^(?!0000)/)
  .nullable()
  .catch(null)

/** What is asked for in an address; what makes no sense there is not asked for. */
const AskedIn = z.object({
  app: text.default(null),
  operation: text.default(null),
  from: day.default(null),
  to: day.default(null),
  after: text.default(null),
})

export const readAsked = (parameters: object): Asked => AskedIn.parse(parameters)

/** The same as an address carries it. */
export function toQuery(asked: Partial<Asked> & { format?: string }): string {
  const given = Object.entries(asked).filter(([, value]) => typeof value === 'string')
  return new URLSearchParams(given as [string, string][]).toString()
}
