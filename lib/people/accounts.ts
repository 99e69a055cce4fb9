import { randomUUID } from 'node:crypto'
import { cleanName } from '@/lib/clean-name'
import { count } from '@/lib/data/counters'
import { db } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/locales'
import { problem, type Wrong } from '@/lib/i18n/problem'
import { getName } from '@/lib/listing/listing'
import { tooOften } from './credentials'
import { exampleEmail, normalizeEmail } from './email'
import { findPasswordError } from './password-rules'
import { hashPassword } from './passwords'
import { countAtPlace, signUpsPerEmail, signUpsPerPlace } from './throttle'

/** `locale`: the language of the page on which the account is made. */
export type NewAccount = { name: string; email: string; password: string; locale?: Locale }

export type AccountErrors = { form?: Wrong; name?: Wrong; email?: Wrong; password?: Wrong }

/** Makes an account. A taken address gets an answer that does not say so. */
export async function createAccount(
  input: NewAccount,
  place: string,
): Promise<{ accountId: string } | { errors: AccountErrors }> {
  const prepared = await prepareAccount(input, place)
  if ('errors' in prepared) return prepared
  const { email } = prepared
  const wait = await count(signUpsPerEmail, email)
  if (wait > 0) return { errors: { form: tooOften(wait) } }
  const { count: created } = await db().account.createMany({
    data: [{ id: randomUUID(), ...prepared }],
    skipDuplicates: true,
  })
  const account = created ? await db().account.findUnique({ where: { email } }) : null
  if (!account) return { errors: { form: problem('signIn.taken') } }
  return { accountId: account.id }
}

type Prepared = { name: string; email: string; passwordHash: string; locale?: Locale }

/** Everything about a sign-up but whether its address is free. */
export async function prepareAccount(
  input: NewAccount,
  place: string,
): Promise<Prepared | { errors: AccountErrors }> {
  const name = cleanName(input.name)
  const email = normalizeEmail(input.email)
  const errors = await findErrors(name, email, input.password)
  if (errors || !email) return { errors: errors ?? {} }
  const wait = await countAtPlace(signUpsPerPlace, place)
  if (wait > 0) return { errors: { form: tooOften(wait) } }

  const passwordHash = await hashPassword(input.password).catch((error) => {
    if (error instanceof PublicError) return error
    throw error
  })
  if (passwordHash instanceof PublicError) return { errors: { form: problem('signIn.busy') } }
  return { name, email, passwordHash, locale: input.locale }
}

const longestName = 80

async function findErrors(
  name: string,
  email: string | null,
  password: string,
): Promise<AccountErrors | null> {
  const errors: AccountErrors = {}
  if (!name) errors.name = problem('signIn.nameNeeded')
  else if (name.length > longestName)
    errors.name = problem('signIn.nameLong', { count: longestName })
  if (!email) errors.email = problem('emailWrong', { example: exampleEmail })
  const wrong = findPasswordError(password, [name, email ?? '', await getName()])
  if (wrong) errors.password = wrong
  return Object.keys(errors).length > 0 ? errors : null
}

/** Only for who proved that the address is theirs. */
export const hasAccount = async (email: string): Promise<boolean> =>
  (await db().account.count({ where: { email } })) > 0
