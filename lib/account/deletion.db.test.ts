import { beforeAll, describe, expect, it, vi } from 'vitest'
import { activityWritten } from '@/lib/activity/record'
import { db } from '@/lib/data/db'
import { createKey } from '@/lib/keys/keys'
import { catalog } from '@/lib/operations'
import { cancelDeletion, getDeletion } from '@/lib/people/deletion'
import { seedStays } from '@/lib/stays/seed'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { sayYes } from '@/lib/testing/say-yes'
import { serveEndpoints } from '@/lib/testing/serve'
import { deleteDueAccounts, requestDeletion } from './deletion'
import { downloadAccount } from './download'

serveEndpoints()
beforeAll(() => seedStays())

let nextDay = 300

/** A person with a connection, a key and a reservation. */
async function connect() {
  const person = await createPerson()
  const { access } = await linking.link(person, await linking.createClient())
  const wish = { name: 'My agent', scopes: ['reservations:read'], days: 30 }
  const made = await createKey(person.id, wish, ['reservations:read'])
  const { stays } = await (await linking.callApi(access, '/api/stays?where=Rome')).json()
  const booking = {
    stay: stays[0].slug,
    checkIn: day(nextDay),
    checkOut: day(nextDay + 1),
    guests: 1,
  }
  nextDay += 1
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(booking) }
  await linking.callApi(access, '/api/reservations', init)
  await sayYes(person.id)
  const { reservation } = await (await linking.callApi(access, '/api/reservations', init)).json()
  await activityWritten()
  return { person, access, key: 'key' in made ? made.key : '', reservation }
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** As if so much time had passed since it was asked for. */
async function pass(accountId: string, interval: string) {
  await db()
    .$executeRaw`UPDATE "Account" SET "deleteAfter" = "deleteAfter" - ${interval}::interval WHERE "id" = ${accountId}`
  await db()
    .$executeRaw`UPDATE "Grant" SET "revokedAt" = "revokedAt" - ${interval}::interval WHERE "accountId" = ${accountId}`
  await db()
    .$executeRaw`UPDATE "ApiKey" SET "revokedAt" = "revokedAt" - ${interval}::interval WHERE "accountId" = ${accountId}`
}

describe('deleting an account', () => {
  it('stops every app and key within a second, and can be undone for a week', async () => {
    const { person, access, key } = await connect()
    await linking.callApi(key)
    await requestDeletion(person.id)
    expect(await linking.msUntilRefused(access)).toBeLessThan(1000)
    expect(await linking.msUntilRefused(key)).toBeLessThan(1000)
    await pass(person.id, '6 days')
    await deleteDueAccounts()
    expect(await getDeletion(person.id)).not.toBeNull()
    await cancelDeletion(person.id)
    await pass(person.id, '30 days')
    await deleteDueAccounts()
    expect(await db().account.count({ where: { id: person.id } })).toBe(1)
  })

  it('leaves nothing that names the person, and the house its reservation', async () => {
    const { person, reservation } = await connect()
    await requestDeletion(person.id)
    await pass(person.id, '8 days')
    await deleteDueAccounts()
    const where = { accountId: person.id }
    expect({
      account: await db().account.count({ where: { id: person.id } }),
      sessions: await db().session.count({ where }),
      grants: await db().grant.count({ where }),
      keys: await db().apiKey.count({ where }),
      attempts: await db().attempt.count({ where }),
      actions: await db().action.count({ where }),
      reservations: await db().reservation.count({ where }),
    }).toEqual({
      ...{ account: 0, sessions: 0, grants: 0, keys: 0, attempts: 0, actions: 0, reservations: 0 },
    })
    const activity = await db().activity.findMany({ where })
    expect(activity.length).toBeGreaterThan(0)
    expect(activity.every((one) => one.input === null && one.touched === null)).toBe(true)
    expect(await db().reservation.findUnique({ where: { id: reservation.id } })).toMatchObject({
      accountId: 'deleted',
      status: 'confirmed',
    })
  })

  it('waits until no process can remember a token that was made meanwhile', async () => {
    const { person } = await connect()
    await requestDeletion(person.id)
    await pass(person.id, '8 days')
    const { access } = await linking.link(person, await linking.createClient())
    expect((await linking.callApi(access)).status).toBe(200)
    await deleteDueAccounts()
    expect(await linking.msUntilRefused(access)).toBeLessThan(1000)
    expect(await db().account.count({ where: { id: person.id } })).toBe(1)
    expect(await db().session.count({ where: { accountId: person.id } })).toBe(0)
  })
})

describe('the sweep', () => {
  it('goes on with the next account where one cannot be deleted', async () => {
    const [stuck, next] = [await createPerson(), await createPerson()]
    for (const [{ id }, time] of [
      [stuck, '9 days'],
      [next, '8 days'],
    ] as const) {
      await requestDeletion(id)
      await pass(id, time)
    }
    const personal = catalog.personal as NonNullable<typeof catalog.personal>
    const forget = vi.spyOn(personal, 'forget').mockRejectedValueOnce(new Error('stuck'))
    await deleteDueAccounts()
    forget.mockRestore()
    const left = await db().account.findMany({ where: { id: { in: [stuck.id, next.id] } } })
    expect(left.map(({ id }) => id)).toEqual([stuck.id])
    await Promise.all([deleteDueAccounts(), deleteDueAccounts()])
    expect(await db().account.count({ where: { id: stuck.id } })).toBe(0)
  })
})

describe('the download', () => {
  it('holds everything of the person, nothing of others, and no secret', async () => {
    const [one, other] = [await connect(), await connect()]
    const text = JSON.stringify(await downloadAccount(one.person.id))
    const data = JSON.parse(text)
    expect(data.account.email).toBe(one.person.email)
    expect(data.reservations.map(({ id }: { id: string }) => id)).toEqual([one.reservation.id])
    expect(data.connections[0].allowed.openid.scope).toContain('reservations:write')
    expect(data.keys[0].name).toBe('My agent')
    expect(data.actions[0]).toMatchObject({ operation: 'bookStay', shown: { amount: {} } })
    expect(data.activity.length).toBeGreaterThan(1)
    const [row] = await db().apiKey.findMany({ where: { accountId: one.person.id } })
    for (const secret of [one.key, row?.hash, one.access, one.person.sessionId, 'passwordHash']) {
      expect(text).not.toContain(String(secret))
    }
    expect(text).not.toContain(other.person.id)
    expect(text).not.toContain(other.reservation.id)
  })
})
