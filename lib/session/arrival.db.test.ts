import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { findByIdentity, linkIdentity } from '@/lib/people/identities'
import { createPerson } from '@/lib/testing/people'
import { arrive, linkWaiting } from './arrival'
import { openSession } from './browser-session'
import { giveTicket, readTicket, type Ticket } from './ticket'

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

const anIdentity = (email: string | null = `${randomUUID()}@example.com`) => ({
  issuer: 'https://github.com',
  subject: randomUUID(),
  name: 'Ada',
  email,
  hint: email ?? '',
})

async function aTicket(accountId: string | null = null): Promise<Ticket> {
  await giveTicket('provider', { accountId, payload: { next: '/interaction/abc' } })
  return (await readTicket('provider')) as Ticket
}

const signIn = async (id: string) => jar.set('latchkey.session', await openSession(id))

it('an account with two steps is asked for the second', async () => {
  const [{ id }, identity] = [await createPerson(), anIdentity()]
  await linkIdentity(id, identity)
  const authenticator = { accountId: id, secret: 'x', confirmedAt: new Date() }
  await db().authenticator.create({ data: authenticator })
  const to = await arrive(identity, await aTicket())
  expect(to).toBe('/sign-in/second-step?next=%2Finteraction%2Fabc')
  expect(jar.has('latchkey.session')).toBe(false)
  expect((await readTicket('step'))?.accountId).toBe(id)
})

it('nobody hears of the first browser of an account that was just made, but of the next', async () => {
  const identity = anIdentity()
  await arrive(identity, await aTicket())
  const accountId = String(await findByIdentity(identity))
  const told = () => db().notice.count({ where: { accountId, kind: 'signed_in' } })
  expect(await told()).toBe(0)
  jar.clear()
  await arrive(identity, await aTicket())
  expect(await told()).toBe(1)
})

it('a way to a provider ends once', async () => {
  const [identity, ticket] = [anIdentity(), await aTicket()]
  expect(await arrive(identity, ticket)).toBe('/interaction/abc')
  jar.clear()
  expect(await arrive(identity, ticket)).toContain('problem=failed')
  expect(jar.has('latchkey.session')).toBe(false)
})

it('an account is not opened by its address, proved or not', async () => {
  const { email } = await createPerson()
  expect(await arrive(anIdentity(email), await aTicket())).toContain('link=1')
  expect(await arrive(anIdentity(null), await aTicket())).toContain('problem=unproved')
  expect(jar.has('latchkey.session')).toBe(false)
})

it('what one began to link is not linked to whoever is signed in at the end', async () => {
  const [ada, bob] = [await createPerson(), await createPerson()]
  const identity = anIdentity()
  await signIn(bob.id)
  expect(await arrive(identity, await aTicket(ada.id))).toContain('problem=failed')
  jar.clear()
  expect(await arrive(identity, await aTicket(ada.id))).toContain('problem=failed')
  expect(await findByIdentity(identity)).toBeNull()
})

it('linking wants a sign-in of the last minutes, and the owner of the address', async () => {
  const [ada, bob] = [await createPerson(), await createPerson()]
  const identity = anIdentity(ada.email)
  await arrive(identity, await aTicket())
  await signIn(bob.id)
  expect(await linkWaiting()).toBe(false)
  await signIn(ada.id)
  const old = new Date(Date.now() - 3600_000)
  await db().session.updateMany({ where: { accountId: ada.id }, data: { createdAt: old } })
  expect(await linkWaiting()).toBe(false)
  await signIn(ada.id)
  expect(await linkWaiting()).toBe(true)
  expect(await findByIdentity(identity)).toBe(ada.id)
})
