import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { env } from '@/lib/env'
import { createPerson } from '@/lib/testing/people'
import { createSoftwarePasskey } from '@/lib/testing/software-passkey'
import { findPerson } from './browser-session'
import { beginSignIn, finishSignIn } from './passkeys'
import { giveTicket, readTicket, spend, type Ticket } from './ticket'

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

describe('a ticket', () => {
  it('is used up by one of five at the same moment, and cannot be put back', async () => {
    await giveTicket('step', { accountId: 'ada' })
    const copy = new Map(jar)
    const ticket = (await readTicket('step')) as Ticket
    const results = await Promise.all(Array.from({ length: 5 }, () => spend('step', ticket)))
    expect(results.filter(Boolean)).toHaveLength(1)
    expect(await readTicket('step')).toBeNull()
    for (const [name, value] of copy) jar.set(name, value)
    expect(await spend('step', (await readTicket('step')) as Ticket)).toBe(false)
  })

  it('ends after ten minutes', async () => {
    await giveTicket('step', { accountId: 'ada' })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 601_000 })
    expect(await readTicket('step')).toBeNull()
    vi.useRealTimers()
  })

  it('is none for another step, and none when it was changed', async () => {
    await giveTicket('passkey-add', { accountId: 'ada', challenge: 'x' })
    const [value = ''] = jar.values()
    jar.set('latchkey.step', value)
    expect(await readTicket('step')).toBeNull()
    jar.set('latchkey.passkey-add', `${value.slice(0, -2)}AA`)
    expect(await readTicket('passkey-add')).toBeNull()
  })

  it('does not show its content', async () => {
    await giveTicket('step', { accountId: 'ada lovelace' })
    const [value = ''] = jar.values()
    expect(Buffer.from(value, 'base64url').toString('latin1')).not.toContain('ada lovelace')
  })
})

describe('a passkey’s answer', () => {
  const createOwner = async () => {
    const { id } = await createPerson()
    const passkey = createSoftwarePasskey({ origin: env().origin, rpID: 'localhost' })
    const publicKey = new Uint8Array(passkey.coseKey)
    await db().passkey.create({ data: { id: passkey.id, accountId: id, name: 'x', publicKey } })
    return { id, passkey }
  }

  it('signs in once, though its device does not count', async () => {
    const { id, passkey } = await createOwner()
    const challenge = String((await beginSignIn(false))?.challenge)
    const ticket = new Map(jar)
    const response = passkey.answer({ challenge })
    expect(await finishSignIn(false, response)).toBe(true)
    expect((await findPerson(`latchkey.session=${jar.get('latchkey.session')}`))?.id).toBe(id)
    jar.clear()
    for (const [name, value] of ticket) jar.set(name, value)
    expect(await finishSignIn(false, response)).toBe(false)
    expect(jar.has('latchkey.session')).toBe(false)
  })

  it('of one person does not finish the step of another', async () => {
    const [mine, theirs] = [await createOwner(), await createOwner()]
    await giveTicket('step', { accountId: theirs.id })
    const options = await beginSignIn(true)
    expect(options?.allowCredentials?.map((one) => one.id)).toEqual([theirs.passkey.id])
    const response = mine.passkey.answer({ challenge: String(options?.challenge) })
    expect(await finishSignIn(true, response)).toBe(false)
    expect(jar.has('latchkey.session')).toBe(false)
  })

  it('is not asked for as a second step before a first', async () => {
    expect(await beginSignIn(true)).toBeNull()
  })
})
