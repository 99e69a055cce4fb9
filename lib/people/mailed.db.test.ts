import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { mailsSent } from '@/lib/mail/send'
import { findPerson, openSession, sessionCookie } from '@/lib/session/browser-session'
import { type MailServer, startMailServer } from '@/lib/testing/mail-server'
import { createAccount } from './accounts'
import { checkCredentials } from './credentials'
import { askForEmailChange, confirmEmailChange } from './email-change'
import { findSpentLink } from './mail-links'
import { askForReset, resetPassword } from './password-reset'
import { askForSignIn, takeSignInLink } from './sign-in-by-mail'
import { askForAccount, finishSignUp } from './sign-up-by-mail'
import { askForVerification, verifyAddress } from './verification'

const password = 'correct horse battery'
const operator = `${randomUUID()}@example.com`
let server: MailServer

beforeAll(async () => {
  server = await startMailServer()
  Object.assign(process.env, { PORT: '3000', SMTP_URL: server.url, FIRST_OPERATOR_EMAIL: operator })
})

afterAll(async () => {
  await disconnect()
  await server.stop()
})

beforeEach(() => {
  server.received.length = 0
})

const anAddress = () => `${randomUUID()}@example.com`
const here = () => randomUUID()

async function mailTo(email: string) {
  await mailsSent()
  const mail = server.received.findLast(({ to }) => to === email)
  const token = mail?.text.match(/\/(?:[a-z]+-[a-z]+|sign-in\/mail)\/([\w-]{43})\s/)?.[1] ?? ''
  return { subject: mail?.subject ?? 'none', token }
}

async function signUp(email: string, chosen = password) {
  const asker = { place: here(), next: '/interaction/abc', browser: 'this browser' }
  expect(await askForAccount({ name: 'Ada', email, password: chosen }, asker)).toBeNull()
  return mailTo(email)
}

async function createAda({ verified = true } = {}) {
  const email = anAddress()
  const made = await createAccount({ name: 'Ada', email, password }, here())
  if ('errors' in made) throw new Error(JSON.stringify(made))
  const id = made.accountId
  if (verified) await db().account.update({ where: { id }, data: { emailVerifiedAt: new Date() } })
  return { id, email }
}

const finish = (token: string, more: { browser?: string; password?: string } = {}) =>
  finishSignUp({ token, browser: more.browser ?? null, password: more.password ?? '' })

describe('signing up by mail', () => {
  it('makes a verified account when the link is opened where it was asked for, and goes on', async () => {
    const email = anAddress()
    const { token } = await signUp(email)
    expect(await db().account.count({ where: { email } })).toBe(0)
    expect(await finish(token, { browser: 'this browser' })).toMatchObject({
      next: '/interaction/abc',
    })
    const account = await db().account.findUnique({ where: { email } })
    expect(account?.emailVerifiedAt).not.toBeNull()
    expect(account?.role).toBe('member')
    expect(await checkCredentials({ email, password }, here())).toHaveProperty('accountId')
  })

  it('answers alike for an address that has an account, which is told by mail', async () => {
    const { email, id } = await createAda()
    const { subject, token } = await signUp(email, 'another password of mine')
    expect(subject).toMatch(/already/)
    expect(token).toBe('')
    expect(await checkCredentials({ email, password }, here())).toEqual({ accountId: id })
  })

  it('mails one address five times an hour, and answers alike when no more mail goes', async () => {
    for (const email of [anAddress(), (await createAda()).email]) {
      for (let n = 0; n < 8; n += 1) await signUp(email)
      expect(server.received.filter(({ to }) => to === email)).toHaveLength(5)
      const other = { name: 'Ada', email: anAddress(), password }
      const asker = { place: here(), next: null, browser: 'b' }
      expect(await askForAccount({ ...other, email }, asker)).toEqual(
        await askForAccount(other, asker),
      )
    }
  })

  it('takes what is not seen out of a name', async () => {
    const email = anAddress()
    const asker = { place: here(), next: null, browser: 'this browser' }
    await askForAccount({ name: 'Ada\u202e\u200b', email, password }, asker)
    await finish((await mailTo(email)).token, { browser: 'this browser' })
    expect((await db().account.findUnique({ where: { email } }))?.name).toBe('Ada')
    expect(await askForAccount({ name: '\u200b', email, password }, asker)).toHaveProperty('name')
  })

  it('gives a stranger who asked with my address nothing when I click', async () => {
    const email = anAddress()
    const { token } = await signUp(email, 'the password of a stranger')
    expect(await finish(token)).toHaveProperty('errors.password')
    expect(await finish(token, { browser: 'mine', password: 'my guess at it' })).toHaveProperty(
      'errors.password',
    )
    expect(await db().account.count({ where: { email } })).toBe(0)
    expect(await finish(token, { password: 'the password of a stranger' })).toHaveProperty(
      'accountId',
    )
  })

  it('works once, also for twenty at the same moment', async () => {
    const { token } = await signUp(anAddress())
    const browser = 'this browser'
    const all = await Promise.all(Array.from({ length: 20 }, () => finish(token, { browser })))
    expect(all.filter((made) => made !== null)).toHaveLength(1)
  })

  it('keeps nothing readable of the link, the name or the password', async () => {
    const email = anAddress()
    const { token } = await signUp(email)
    const row = await db().mailLink.findFirst({ where: { email } })
    expect(JSON.stringify(row)).not.toContain(token)
    expect(JSON.stringify(row)).not.toMatch(/Ada|argon2/)
  })

  it('makes the first operator of the address that was named for it, and of no other', async () => {
    await db().account.updateMany({ data: { role: 'member' } })
    const { token } = await signUp(operator)
    await finish(token, { browser: 'this browser' })
    expect((await db().account.findUnique({ where: { email: operator } }))?.role).toBe('operator')
  })
})

it('a mail is in the language of the account, else of whoever asked', async () => {
  const [french, nobody] = [await createAda(), anAddress()]
  await db().account.update({ where: { id: french.id }, data: { locale: 'fr' } })
  await askForReset(french.email, here(), { next: null, locale: 'ar' })
  const textTo = (email: string) => server.received.findLast(({ to }) => to === email)?.text
  const { token } = await mailTo(french.email)
  expect(textTo(french.email)).toContain('Choisir un nouveau mot de passe')
  await resetPassword(token, 'a new one for today')
  await mailTo(french.email)
  expect(textTo(french.email)).toContain('Le mot de passe de votre compte')
  await askForSignIn(nobody, here(), { next: null, locale: 'fr' })
  await mailTo(nobody)
  expect(textTo(nobody)).toContain('Créer un compte')
  const asker = { place: here(), next: null, browser: 'b' }
  await askForAccount({ name: 'Ada', email: french.email, password, locale: 'ar' }, asker)
  await mailTo(french.email)
  expect(textTo(french.email)).toContain('Elle en a déjà un')
})

describe('a forgotten password', () => {
  it('is replaced by the link, which ends every sign-in and works once', async () => {
    const { id, email } = await createAda()
    const cookies = `${sessionCookie().name}=${await openSession(id)}`
    expect(await findPerson(cookies)).not.toBeNull()
    expect(await askForReset(email, here(), { next: '/account' })).toBeNull()
    const { token } = await mailTo(email)
    expect(await resetPassword(token, 'qwertyuiop')).toHaveProperty('error')
    expect(await resetPassword(token, 'a new one for today')).toEqual({
      accountId: id,
      next: '/account',
    })
    expect(await findPerson(cookies)).toBeNull()
    expect(await checkCredentials({ email, password }, here())).toHaveProperty('errors')
    expect(await resetPassword(token, 'and once more, again')).toBeNull()
    expect((await mailTo(email)).subject).toMatch(/was changed/)
  })

  it('is asked for alike where there is no account', async () => {
    const email = anAddress()
    expect(await askForReset(email, here(), { next: null })).toBeNull()
    expect((await mailTo(email)).subject).toMatch(/no .* account/)
  })

  it('sends one address no more than five mails an hour, account or not', async () => {
    for (const email of [anAddress(), (await createAda()).email]) {
      const answers: unknown[] = []
      for (let n = 0; n < 6; n += 1) answers.push(await askForReset(email, here(), { next: null }))
      expect(answers.slice(0, 5)).toEqual([null, null, null, null, null])
      expect(answers[5]).toHaveProperty('form')
    }
  })

  it('is too late after an hour', async () => {
    const { id, email } = await createAda()
    await askForReset(email, here(), { next: null })
    const { token } = await mailTo(email)
    const expiresAt = new Date(Date.now() - 1000)
    await db().mailLink.updateMany({ where: { accountId: id }, data: { expiresAt } })
    expect(await resetPassword(token, 'a new one for today')).toBeNull()
  })

  it('takes an account that nobody had proved from whoever made it', async () => {
    const { id, email } = await createAda({ verified: false })
    const grant = { id: randomUUID(), accountId: id, clientId: 'x', payload: '{}' }
    await db().grant.create({ data: { ...grant, expiresAt: new Date(Date.now() + 1e6) } })
    await askForSignIn(email, here(), { next: null })
    const { subject, token } = await mailTo(email)
    expect(subject).toMatch(/new password/)
    await resetPassword(token, 'a new one for today')
    expect((await db().grant.findUnique({ where: { id: grant.id } }))?.revokedAt).not.toBeNull()
    expect((await db().account.findUnique({ where: { id } }))?.emailVerifiedAt).not.toBeNull()
  })
})

describe('signing in by mail', () => {
  it('lets in once, and goes on to where it was asked for', async () => {
    const { id, email } = await createAda()
    await askForSignIn(email, here(), { next: '/interaction/abc' })
    const { token } = await mailTo(email)
    const both = await Promise.all([takeSignInLink(token), takeSignInLink(token)])
    expect(both).toContainEqual({ accountId: id, next: '/interaction/abc' })
    expect(both).toContain(null)
  })

  it('takes no link that was made for something else', async () => {
    const { id, email } = await createAda()
    await askForReset(email, here(), { next: null })
    const { token } = await mailTo(email)
    expect(await takeSignInLink(token)).toBeNull()
    expect(await verifyAddress(token, id)).toBe(false)
    expect(await confirmEmailChange(token, id)).toBeNull()
  })
})

describe('an address', () => {
  it('is verified by the person whose account it is, not by another who has the link', async () => {
    const ada = await createAda({ verified: false })
    const other = await createAda()
    expect(await askForVerification(ada, here())).toBeNull()
    const { token } = await mailTo(ada.email)
    expect(await verifyAddress(token, other.id)).toBe(false)
    expect(await verifyAddress(token, ada.id)).toBe(true)
    expect(await verifyAddress(token, ada.id)).toBe(false)
  })

  it.each(['old first', 'new first', 'both at once'])(
    'changes when both confirm: %s',
    async (order) => {
      const ada = await createAda()
      const address = anAddress()
      const change = { address, currentPassword: password, place: here() }
      expect(await askForEmailChange(ada, change)).toBeNull()
      const tokens = [(await mailTo(ada.email)).token, (await mailTo(address)).token] as const
      const [first, second] = order === 'new first' ? tokens.toReversed() : tokens
      const confirm = (token: string) => confirmEmailChange(token, ada.id)
      const results =
        order === 'both at once'
          ? await Promise.all(tokens.map(confirm))
          : [await confirm(String(first)), await confirm(String(second))]
      expect(results.toSorted()).toEqual(['changed', 'waiting'])
      const account = await db().account.findUnique({ where: { id: ada.id } })
      expect(account?.email).toBe(address)
      expect(account?.emailVerifiedAt).not.toBeNull()
      expect((await mailTo(ada.email)).subject).toMatch(/was changed/)
    },
  )

  it('is not changed by one alone, nor without the password', async () => {
    const ada = await createAda()
    const change = { address: anAddress(), currentPassword: 'wrong', place: here() }
    expect(await askForEmailChange(ada, change)).toHaveProperty('currentPassword')
    await askForEmailChange(ada, { ...change, currentPassword: password })
    const { token } = await mailTo(change.address)
    expect(await confirmEmailChange(token, ada.id)).toBe('waiting')
    expect(await confirmEmailChange(token, ada.id)).toBeNull()
    expect((await db().account.findUnique({ where: { id: ada.id } }))?.email).toBe(ada.email)
  })

  it('that has an account is not taken, and the answer does not tell', async () => {
    const [ada, bob] = [await createAda(), await createAda()]
    const change = { address: bob.email, currentPassword: password, place: here() }
    expect(await askForEmailChange(ada, change)).toBeNull()
    expect(await mailTo(bob.email)).toMatchObject({ token: '' })
    expect(await confirmEmailChange((await mailTo(ada.email)).token, null)).toBe('waiting')
  })
})

describe('a link that does not work any more', () => {
  it('still says what it was and where it led, to whoever holds it', async () => {
    const { token } = await signUp(anAddress())
    await finish(token, { password })
    expect(await findSpentLink(token)).toEqual({
      purpose: 'sign_up',
      wasUsed: true,
      next: '/interaction/abc',
    })
    expect(await findSpentLink('of nobody')).toBeNull()
  })
})
