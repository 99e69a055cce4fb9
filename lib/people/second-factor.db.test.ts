import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { codeOf, createGuardedPerson } from '@/lib/testing/authenticator'
import { createPerson } from '@/lib/testing/people'
import {
  beginAuthenticator,
  confirmAuthenticator,
  getWaitingAuthenticator,
  takeAuthenticatorCode,
} from './authenticator'
import { replaceRecoveryCodes } from './recovery-codes'
import {
  askForPasskey,
  checkCode,
  getSecondFactors,
  needsSecondFactor,
  turnOffSecondFactor,
} from './second-factor'

const start = new Date('2027-01-01T00:00:05Z').getTime()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(disconnect)

const codeAt = (secret: string, seconds: number): string => codeOf(secret, start + seconds * 1000)

/** An account whose authenticator is in use; its first code was that of `start`. */
async function createGuarded() {
  vi.setSystemTime(start)
  const guarded = await createGuardedPerson()
  vi.setSystemTime(start + 60_000)
  return guarded
}

describe('an authenticator app', () => {
  it('asks for nothing before its first code came back', async () => {
    const { id, email } = await createPerson()
    await beginAuthenticator(id)
    const { secret } = (await getWaitingAuthenticator(id, email)) ?? { secret: '' }
    const wrong = codeAt(secret, 3600)
    expect(await confirmAuthenticator(id, wrong)).toBe(false)
    expect(await needsSecondFactor(id)).toBe(false)
    expect(await takeAuthenticatorCode(id, codeAt(secret, 0))).toBe(false)
  })

  it('is not replaced by starting another, and its secret is not shown again', async () => {
    const { id, secret } = await createGuarded()
    await beginAuthenticator(id)
    expect(await getWaitingAuthenticator(id, '')).toBeNull()
    expect(await takeAuthenticatorCode(id, codeAt(secret, 60))).toBe(true)
  })

  it('keeps its secret encrypted', async () => {
    const { id, secret } = await createGuarded()
    const row = await db().authenticator.findUnique({ where: { accountId: id } })
    expect(row?.secret).not.toContain(secret)
  })

  it('takes a code once, also when it comes five times at the same moment', async () => {
    const { id, secret } = await createGuarded()
    const tries = Array.from({ length: 5 }, () => takeAuthenticatorCode(id, codeAt(secret, 60)))
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1)
  })

  it('does not take the code that turned it on, nor one older than the last', async () => {
    const { id, secret } = await createGuarded()
    vi.setSystemTime(start)
    expect(await takeAuthenticatorCode(id, codeAt(secret, 0))).toBe(false)
    vi.setSystemTime(start + 60_000)
    expect(await takeAuthenticatorCode(id, codeAt(secret, 60))).toBe(true)
    expect(await takeAuthenticatorCode(id, codeAt(secret, 30))).toBe(false)
  })

  it('takes a code of the neighbouring half minute and none further away', async () => {
    const { id, secret } = await createGuarded()
    expect(await takeAuthenticatorCode(id, codeAt(secret, 0))).toBe(false)
    expect(await takeAuthenticatorCode(id, codeAt(secret, 120))).toBe(false)
    expect(await takeAuthenticatorCode(id, codeAt(secret, 90))).toBe(true)
  })

  it('does not take another account’s code', async () => {
    const [mine, theirs] = [await createGuarded(), await createGuarded()]
    expect(await takeAuthenticatorCode(mine.id, codeAt(theirs.secret, 60))).toBe(false)
  })

  it('takes its recovery codes along when it is turned off', async () => {
    const { id } = await createGuarded()
    const [code = ''] = await replaceRecoveryCodes(id)
    await turnOffSecondFactor(id)
    expect(await needsSecondFactor(id)).toBe(false)
    expect(await checkCode(id, code, randomUUID())).toHaveProperty('code')
  })
})

describe('recovery codes', () => {
  it('are ten, are not readable in the database, and each works once, however typed', async () => {
    const { id } = await createGuarded()
    const codes = await replaceRecoveryCodes(id)
    expect(new Set(codes).size).toBe(10)
    const rows = await db().recoveryCode.findMany({ where: { accountId: id } })
    expect(JSON.stringify(rows)).not.toContain(codes[0])
    const typed = ` ${codes[0]?.toLowerCase().replaceAll('-', ' ')} `
    expect(await checkCode(id, typed, randomUUID())).toBeNull()
    expect(await checkCode(id, String(codes[0]), randomUUID())).toHaveProperty('code')
    expect((await getSecondFactors(id)).recoveryCodes).toBe(9)
  })

  it('stop working when new ones are made, and are nobody else’s', async () => {
    const [mine, theirs] = [await createGuarded(), await createGuarded()]
    const [old = ''] = await replaceRecoveryCodes(mine.id)
    const [fresh = ''] = await replaceRecoveryCodes(mine.id)
    expect(await checkCode(mine.id, old, randomUUID())).toHaveProperty('code')
    expect(await checkCode(theirs.id, fresh, randomUUID())).toHaveProperty('code')
    expect(await checkCode(mine.id, fresh, randomUUID())).toBeNull()
  })
})

describe('a passkey after the password', () => {
  it('is asked for when the person wants it, and only while there is one', async () => {
    const { id } = await createPerson()
    expect(await askForPasskey(id)).toBe(false)
    expect(await needsSecondFactor(id)).toBe(false)
    const publicKey = new Uint8Array(1)
    await db().passkey.create({ data: { id: randomUUID(), accountId: id, name: 'x', publicKey } })
    expect(await needsSecondFactor(id)).toBe(false)
    expect(await askForPasskey(id)).toBe(true)
    expect(await needsSecondFactor(id)).toBe(true)
    await db().passkey.deleteMany({ where: { accountId: id } })
    expect(await needsSecondFactor(id)).toBe(false)
  })
})

describe('guessing codes', () => {
  const guess = (id: string, place: string) => checkCode(id, '000000', place)
  const isSlowed = (result: unknown) => JSON.stringify(result).includes('"key":"wait')

  it('gets ten tries, of fifty at the same moment too', async () => {
    const { id } = await createGuarded()
    const place = randomUUID()
    const results = await Promise.all(Array.from({ length: 50 }, () => guess(id, place)))
    expect(results.filter((result) => !isSlowed(result))).toHaveLength(10)
  })

  it('gets no more from all addresses of one /64 of IPv6', async () => {
    const { id } = await createGuarded()
    const results: unknown[] = []
    for (let n = 1; n <= 11; n += 1) results.push(await guess(id, `2001:db8:1:2::${n}`))
    expect(results.filter(isSlowed)).toHaveLength(1)
  })

  it('from everywhere does not stop the owner where they signed in before, nor with a recovery code', async () => {
    const { id, secret } = await createGuarded()
    const home = randomUUID()
    expect(await checkCode(id, codeAt(secret, 60), home)).toBeNull()
    for (let n = 0; n < 110; n += 1) await guess(id, randomUUID())
    vi.setSystemTime(start + 120_000)
    expect(isSlowed(await checkCode(id, codeAt(secret, 120), randomUUID()))).toBe(true)
    expect(await checkCode(id, codeAt(secret, 120), home)).toBeNull()
    const [recovery = ''] = await replaceRecoveryCodes(id)
    expect(await checkCode(id, recovery, randomUUID())).toBeNull()
  })
})
