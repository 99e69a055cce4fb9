import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine as by } from '@/lib/audit/audit'
import { listAudit } from '@/lib/audit/list'
import { listHeldOf } from '@/lib/confirmations/held-of-person'
import { createTown, inDays } from '@/lib/stays/fixture'
import * as linking from '@/lib/testing/link'
import { createPerson, type TestPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { listConnections } from './connections'
import { endConnections } from './endings'

serveEndpoints()

let town: Awaited<ReturnType<typeof createTown>>
beforeAll(async () => {
  town = await createTown([{}])
})
afterAll(() => town?.remove())

/** A connection that asks for a booking, which waits. */
async function connect(person: TestPerson, day: number) {
  const { access } = await linking.link(person, await linking.createClient())
  const [connection] = await listConnections(person.id)
  const wish = { stay: town.slug, guests: 1, checkIn: inDays(day), checkOut: inDays(day + 1) }
  const { status } = await linking.callApi(access, '/api/reservations', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  })
  expect(status).toBe(202)
  return { access, id: String(connection?.id) }
}

const statusOf = async (access: string) => (await linking.callApi(access)).status

const acts = async (person: TestPerson) =>
  (await listAudit({ target: person.id }, {})).rows.map(({ act, before }) => ({ act, before }))

it('an operator sees what waits without what it is about, and ends one connection of it', async () => {
  const [person, other] = [await createPerson(), await createPerson()]
  const [one, two] = [await connect(person, 3), await connect(person, 5)]
  const theirs = await connect(other, 7)
  const held = await listHeldOf(person.id)
  expect(held).toHaveLength(2)
  expect(held[0]).toMatchObject({ operation: 'bookStay', app: expect.any(String) })
  expect(JSON.stringify(held)).not.toContain(town.slug)

  expect(await endConnections(other.id, one.id, by)).toBe(0)
  expect(await statusOf(one.access)).toBe(200)
  expect(await endConnections(person.id, one.id, by)).toBe(1)
  await expect.poll(() => statusOf(one.access), { timeout: 1000 }).toBe(401)
  expect(await statusOf(two.access)).toBe(200)
  expect(await listHeldOf(person.id)).toHaveLength(1)

  expect(await endConnections(person.id, null, by)).toBe(1)
  await expect.poll(() => statusOf(two.access), { timeout: 1000 }).toBe(401)
  expect(await listHeldOf(person.id)).toEqual([])
  expect(await statusOf(theirs.access)).toBe(200)

  const act = 'person.connections_ended'
  expect(await acts(person)).toEqual([
    { act, before: { ended: 1 } },
    { act, before: { ended: 1, connection: one.id } },
  ])
  expect(await acts(other)).toEqual([])
})
