import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import {
  beginAuthenticator,
  confirmAuthenticator,
  getWaitingAuthenticator,
} from '@/lib/people/authenticator'
import { createMailLink } from '@/lib/people/mail-links'
import { hashPassword } from '@/lib/people/passwords'
import { replaceRecoveryCodes } from '@/lib/people/recovery-codes'
import { createSoftwarePasskey } from '@/lib/testing/software-passkey'
import { createSession, findPerson, findPersonBySession } from './browser-session'
import { beginAdding, beginSignIn, finishAdding, finishSignIn } from './passkeys'
import { isFresh, type Person } from './person'
import { finishByCode } from './second-step'
import { signIn, signInByLink, startSession } from './sign-in'
import { giveTicket } from './ticket'

const jar = vi.hoisted(() => new Map<string, string>())

vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => (value ? jar.set(name, value) : jar.delete(name)),
  }),
  headers: async () =>
    new Headers({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
}))

beforeEach(() => jar.clear())
afterAll(disconnect)

const password = 'correct horse battery'
const person = () => findPerson(`latchkey.session=${jar.get('latchkey.session')}`)

async function createAda() {
  const [id, email] = [randomUUID(), `${randomUUID()}@example.com`]
  const passwordHash = await hashPassword(password)
  const emailVerifiedAt = new Date()
  await db().account.create({ data: { id, email, name: 'Ada', passwordHash, emailVerifiedAt } })
  return { id, email }
}

async function createGuarded() {
  const ada = await createAda()
  await beginAuthenticator(ada.id)
  const { secret } = (await getWaitingAuthenticator(ada.id, ada.email)) ?? { secret: '' }
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  expect(await confirmAuthenticator(ada.id, code)).toBe(true)
  return { ...ada, codes: await replaceRecoveryCodes(ada.id) }
}

const mailedLink = ({ id, email }: { id: string; email: string }) =>
  createMailLink({ purpose: 'sign_in', email, accountId: id })

it('one factor signs in where one is asked for', async () => {
  const ada = await createAda()
  expect(await signIn({ email: ada.email, password })).toEqual({ entered: 'signed-in' })
  expect((await person())?.id).toBe(ada.id)
  jar.clear()
  expect(await signInByLink(await mailedLink(ada))).toEqual({ next: null, entered: 'signed-in' })
  expect((await person())?.id).toBe(ada.id)
})

it.each(['password', 'link by mail'])('a %s alone signs in to no guarded account', async (way) => {
  const ada = await createGuarded()
  const result =
    way === 'password'
      ? await signIn({ email: ada.email, password })
      : await signInByLink(await mailedLink(ada))
  expect(result).toMatchObject({ entered: 'second-step' })
  expect(jar.has('latchkey.session')).toBe(false)
  expect(await finishByCode('000000')).toHaveProperty('code')
  expect(jar.has('latchkey.session')).toBe(false)
  const halfIn = new Map(jar)
  expect(await finishByCode(String(ada.codes[0]))).toBeNull()
  expect((await person())?.id).toBe(ada.id)
  jar.clear()
  for (const [name, value] of halfIn) jar.set(name, value)
  expect(await finishByCode(String(ada.codes[1]))).toBe('expired')
  expect(jar.has('latchkey.session')).toBe(false)
})

it('a code without a password before it is worth nothing', async () => {
  const ada = await createGuarded()
  expect(await finishByCode(String(ada.codes[0]))).toBe('expired')
  expect(jar.has('latchkey.session')).toBe(false)
})

it('a passkey finishes the step that it was asked for, not one that began since', async () => {
  const [ada, bob] = [await createAda(), await createAda()]
  const passkey = createSoftwarePasskey({ origin: 'http://localhost:3000', rpID: 'localhost' })
  const publicKey = new Uint8Array(passkey.coseKey)
  await db().passkey.create({ data: { id: passkey.id, accountId: ada.id, name: 'x', publicKey } })
  await giveTicket('step', { accountId: ada.id })
  const challenge = String((await beginSignIn(true))?.challenge)
  await giveTicket('step', { accountId: bob.id })
  expect(await finishSignIn(true, passkey.answer({ challenge }))).toBe(false)
  expect(jar.has('latchkey.session')).toBe(false)
})

it('a passkey goes to the account for which it was asked, whoever is signed in by then', async () => {
  const [ada, bob] = [await createAda(), await createAda()]
  const passkey = createSoftwarePasskey({ origin: 'http://localhost:3000', rpID: 'localhost' })
  const signedIn = async (id: string) =>
    (await findPersonBySession(await createSession(id))) as Person
  const options = await beginAdding(await signedIn(ada.id))
  const response = passkey.register({ challenge: String(options?.challenge) })
  expect(await finishAdding(await signedIn(bob.id), 'x', response)).toBe(false)
  expect(await db().passkey.count({ where: { id: passkey.id } })).toBe(0)
})

it('a sign-in ends the one that was there before, and by itself after its time', async () => {
  const [ada, bob] = [await createAda(), await createAda()]
  await startSession(ada.id)
  const first = String((await person())?.sessionId)
  await startSession(bob.id)
  expect(await findPersonBySession(first)).toBeNull()
  const second = String((await person())?.sessionId)
  const expiresAt = new Date(Date.now() - 1000)
  await db().session.update({ where: { id: second }, data: { expiresAt } })
  expect(await person()).toBeNull()
})

it('a sign-in is fresh for ten minutes', () => {
  const signedIn = (secondsAgo: number) =>
    ({ signedInAt: Date.now() / 1000 - secondsAgo }) as Person
  expect(isFresh(signedIn(590))).toBe(true)
  expect(isFresh(signedIn(610))).toBe(false)
})
