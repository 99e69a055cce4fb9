import { count } from '@/lib/data/counters'
import { problem, type Wrong } from '@/lib/i18n/problem'
import { tooOften } from './credentials'
import { exampleEmail, normalizeEmail } from './email'
import { countAtPlace, mailsPerEmail, mailsPerPlace } from './throttle'

type Answer = { email: string } | { errors: { form?: Wrong; email?: Wrong } }

/** Whether a mail may be asked for; the same for an address that has an account and one that has none. */
export async function askForMail(address: string, place: string): Promise<Answer> {
  const email = normalizeEmail(address)
  if (!email) return { errors: { email: problem('emailWrong', { example: exampleEmail }) } }
  const wait = Math.max(await countAtPlace(mailsPerPlace, place), await count(mailsPerEmail, email))
  return wait > 0 ? { errors: { form: tooOften(wait) } } : { email }
}
