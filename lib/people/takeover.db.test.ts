import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { mailsSent } from '@/lib/mail/send'
import { createSession } from '@/lib/session/browser-session'
import { type MailServer, startMailServer } from '@/lib/testing/mail-server'
import { checkCredentials } from './credentials'
import { askForEmailChange, confirmEmailChange } from './email-change'
import { changePassword } from './password-change'
import { askForReset, resetPassword } from './password-reset'
import { hashPassword } from './passwords'
import { replaceRecoveryCodes, takeRecoveryCode } from './recovery-codes'
import { askForSignIn, takeSignInLink } from './sign-in-by-mail'
import { askForVerification, verifyAddress } from './verification'

const password = 'correct horse battery'
const another = 'a new one for today'
let server: MailServer

beforeAll(async () => {
  server = await startMailServer()
  Object.assign(process.env, { PORT: '3000', SMTP_URL: server.url })
})

afterAll(async () => {
  await disconnect()
  await server.stop()
})

const anAddress = () => `${randomUUID()}@example.com`
const here = () => randomUUID()

async function tokenTo(email: string): Promise<string> {
  await mailsSent()
  const mail = server.received.findLast(({ to }) => to === email)
  return mail?.text.match(/\/([\w-]{43})\s/)?.[1] ?? ''
}

async function createAda({ verified = true } = {}) {
  const [id, email] = [randomUUID(), anAddress()]
  const emailVerifiedAt = verified ? new Date() : null
  const passwordHash = await hashPassword(password)
  await db().account.create({ data: { id, email, name: 'Ada', passwordHash, emailVerifiedAt } })
  return { id, email, name: 'Ada', sessionId: await createSession(id) }
}

const find = (id: string) => db().account.findUniqueOrThrow({ where: { id } })

async function askForChange(owner: { id: string; email: string }, address: string) {
  const change = { address, currentPassword: password, place: here() }
  expect(await askForEmailChange(owner, change)).toBeNull()
  return { leave: await tokenTo(owner.email), take: await tokenTo(address) }
}

describe('a stranger who names my address as their new one', () => {
  it('does not get it by my click: only who is signed in to that account takes it', async () => {
    const [stranger, me] = [await createAda(), await createAda()]
    const { leave, take } = await askForChange(stranger, anAddress())
    expect(await confirmEmailChange(leave, null)).toBe('waiting')
    for (const clicker of [null, me.id]) expect(await confirmEmailChange(take, clicker)).toBeNull()
    expect((await find(stranger.id)).email).toBe(stranger.email)
    expect(await confirmEmailChange(take, stranger.id)).toBe('changed')
  })

  it('does not get it from an account whose own address nobody proved', async () => {
    const stranger = await createAda({ verified: false })
    const { take } = await askForChange(stranger, anAddress())
    expect(await confirmEmailChange(take, null)).toBeNull()
    expect((await find(stranger.id)).email).toBe(stranger.email)
  })

  it('does not get it once it has an account', async () => {
    const stranger = await createAda()
    const address = anAddress()
    const { leave, take } = await askForChange(stranger, address)
    const passwordHash = await hashPassword(another)
    await db().account.create({
      data: { id: randomUUID(), email: address, name: 'x', passwordHash },
    })
    expect(await confirmEmailChange(leave, null)).toBe('waiting')
    expect(await confirmEmailChange(take, stranger.id)).toBeNull()
    expect((await find(stranger.id)).email).toBe(stranger.email)
  })

  it('needs the old address too once that is proved', async () => {
    const ada = await createAda({ verified: false })
    const { take } = await askForChange(ada, anAddress())
    await askForVerification(ada, here())
    expect(await verifyAddress(await tokenTo(ada.email), ada.id)).toBe(true)
    expect(await confirmEmailChange(take, ada.id)).toBeNull()
    expect((await find(ada.id)).email).toBe(ada.email)
  })
})

describe('whoever knew the old password', () => {
  it('changes nothing from a browser that was signed out while the passwords were hashed', async () => {
    const ada = await createAda()
    const busy = Array.from({ length: 20 }, () => hashPassword(password))
    const change = { currentPassword: password, password: another, place: here() }
    const late = changePassword(ada, change)
    await db().session.deleteMany({ where: { accountId: ada.id } })
    expect(await late).toHaveProperty('form')
    await Promise.all(busy)
    expect(await checkCredentials({ email: ada.email, password }, here())).toHaveProperty(
      'accountId',
    )
  })

  it('is not let in by a check that began before the change', async () => {
    const ada = await createAda()
    const passwordHash = await hashPassword(another)
    const busy = Array.from({ length: 40 }, () => hashPassword(password))
    const late = checkCredentials({ email: ada.email, password }, here())
    await new Promise((resolve) => setTimeout(resolve, 50))
    await db().account.update({ where: { id: ada.id }, data: { passwordHash } })
    expect(await late).toHaveProperty('errors')
    await Promise.all(busy)
  })
})

describe('a change of password', () => {
  it('ends every other sign-in and every mailed link, and keeps this one', async () => {
    const ada = await createAda()
    const other = await createSession(ada.id)
    await askForSignIn(ada.email, here(), { next: null })
    const token = await tokenTo(ada.email)
    const change = { currentPassword: password, password: another, place: here() }
    expect(await changePassword(ada, change)).toBeNull()
    const sessions = await db().session.findMany({ where: { accountId: ada.id } })
    expect(sessions.map(({ id }) => id)).toEqual([ada.sessionId])
    expect(sessions.map(({ id }) => id)).not.toContain(other)
    expect(await takeSignInLink(token)).toBeNull()
  })

  it('wants the old one, and a good new one', async () => {
    const ada = await createAda()
    const change = { currentPassword: 'wrong', password: another, place: here() }
    expect(await changePassword(ada, change)).toHaveProperty('currentPassword')
    const weak = { ...change, currentPassword: password, password: 'qwertyuiop' }
    expect(await changePassword(ada, weak)).toHaveProperty('password')
    expect(await checkCredentials({ email: ada.email, password }, here())).toHaveProperty(
      'accountId',
    )
  })
})

describe('a reset', () => {
  it('wants a password that is not the name or the address', async () => {
    const name = 'Ada Lovelace'
    const { id, email } = await createAda()
    await db().account.update({ where: { id }, data: { name } })
    await askForReset(email, here(), { next: null })
    const token = await tokenTo(email)
    for (const own of [`${name}1`, email]) {
      expect(await resetPassword(token, own)).toHaveProperty('error')
    }
    expect(await resetPassword(token, another)).toHaveProperty('next')
  })
})

describe('an address that changed hands', () => {
  it('does not let in by a link that was mailed to it before', async () => {
    const ada = await createAda()
    await askForSignIn(ada.email, here(), { next: null })
    const signIn = await tokenTo(ada.email)
    await askForReset(ada.email, here(), { next: null })
    const reset = await tokenTo(ada.email)
    await askForVerification(ada, here())
    const verify = await tokenTo(ada.email)
    await db().account.update({ where: { id: ada.id }, data: { email: anAddress() } })
    expect(await takeSignInLink(signIn)).toBeNull()
    expect(await resetPassword(reset, another)).toBeNull()
    expect(await verifyAddress(verify, ada.id)).toBe(false)
  })
})

describe('an account that nobody had proved', () => {
  it('keeps nothing that its maker could come back with', async () => {
    const { id, email } = await createAda({ verified: false })
    const expiresAt = new Date(Date.now() + 1e6)
    const key = { id: randomUUID(), name: 'x', hash: randomUUID(), hint: 'x', scopes: [] }
    await db().apiKey.create({ data: { ...key, accountId: id, expiresAt } })
    const publicKey = new Uint8Array(1)
    await db().passkey.create({ data: { id: randomUUID(), accountId: id, name: 'x', publicKey } })
    const secret = { accountId: id, secret: 'x', confirmedAt: new Date() }
    await db().authenticator.create({ data: secret })
    await db().account.update({
      where: { id },
      data: { passkeyStep: true, deleteAfter: expiresAt },
    })
    const [code = ''] = await replaceRecoveryCodes(id)
    await askForReset(email, here(), { next: null })
    await resetPassword(await tokenTo(email), another)
    const left = { where: { accountId: id } }
    expect(
      (await db().apiKey.findUniqueOrThrow({ where: { id: key.id } })).revokedAt,
    ).not.toBeNull()
    expect(await db().passkey.count(left)).toBe(0)
    expect(await db().authenticator.count(left)).toBe(0)
    expect(await db().session.count(left)).toBe(0)
    expect(await takeRecoveryCode(id, code)).toBe(false)
    expect(await find(id)).toMatchObject({ passkeyStep: false, deleteAfter: null })
  })
})

it('a recovery code works for one of five who enter it at the same moment', async () => {
  const { id } = await createAda()
  const [code = ''] = await replaceRecoveryCodes(id)
  const results = await Promise.all(Array.from({ length: 5 }, () => takeRecoveryCode(id, code)))
  expect(results.filter(Boolean)).toHaveLength(1)
})
