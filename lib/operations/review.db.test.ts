import { afterAll, beforeAll, expect, it } from 'vitest'
import { actions } from '@/lib/confirmations/actions'
import { db, disconnect } from '@/lib/data/db'
import { runPositives, toPositives } from '@/lib/listing/prompts'
import { outOfScope } from '@/lib/product'
import { createTown, newAccountId } from '@/lib/stays/fixture'
import { listReservations } from '@/lib/stays/reservations'
import { catalog } from '.'

let remove: () => Promise<void>
beforeAll(async () => {
  remove = (await createTown([{}, {}, {}])).remove
})
afterAll(async () => {
  await remove()
  await disconnect()
})

it('has five prompts that work, of five operations, and three that none answers', () => {
  const positives = toPositives(catalog)
  expect(new Set(positives.map(({ operation }) => operation.name)).size).toBe(5)
  expect(outOfScope.length).toBeGreaterThanOrEqual(3)
})

it('shows a reviewer something, and runs every prompt up to the person’s yes', async () => {
  const accountId = newAccountId()
  await catalog.review?.furnish(accountId)
  const before = await listReservations(accountId)
  expect(before.reservations.map(({ status }) => status).sort()).toEqual([
    'cancelled',
    'confirmed',
    'confirmed',
  ])
  for (const turn of ['first', 'again']) {
    const ran = await runPositives({ catalog, origin: 'https://stays.example', accountId, actions })
    const outcomes = ran.map(({ operation, outcome }) => [operation.name, outcome])
    expect([turn, Object.fromEntries(outcomes)]).toEqual([
      turn,
      {
        searchStays: 'answered',
        getStay: 'answered',
        bookStay: 'held',
        listReservations: 'answered',
        getReservation: 'answered',
      },
    ])
  }
  expect(await listReservations(accountId)).toEqual(before)
  expect(await db().action.count({ where: { accountId, state: 'waiting' } })).toBe(1)
})
