import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { db, query } from '@/lib/data/db'
import type { Reason } from './reasons'
import { sweepAttempts } from './sweep'

describe('an attempt that nobody goes on with', () => {
  it.each<[string, Reason]>([
    ['challenge', 'discovery.never_followed'],
    ['registration', 'registration.never_used'],
    ['authorize', 'sign_in.never_finished'],
    ['sign_in', 'consent.never_answered'],
    ['code', 'token.never_requested'],
    ['token', 'call.never_made'],
  ])('is abandoned an hour after %s', async (step, reason) => {
    const id = randomUUID()
    const past = new Date(Date.now() - 2 * 3600_000)
    await db().attempt.create({
      data: {
        id,
        address: '203.0.113.7',
        userAgent: '',
        steps: [{ step }],
        startedAt: past,
        updatedAt: past,
      },
    })
    await sweepAttempts()
    expect(await db().attempt.findUnique({ where: { id } })).toMatchObject({
      end: 'abandoned',
      reason,
    })
  })

  it('keeps its address for a week and is kept for thirty days', async () => {
    const add = (address: string, days: number) =>
      db().attempt.create({
        data: {
          ...{ id: randomUUID(), address, userAgent: 'sweep', steps: [] },
          startedAt: new Date(Date.now() - days * 24 * 3600_000),
        },
      })
    const [v4, v6, odd] = [
      await add('203.0.113.77', 8),
      await add('2001:db8:1:2::3', 8),
      await add('unknown', 8),
    ]
    const [recent, old] = [await add('203.0.113.78', 6), await add('203.0.113.79', 31)]
    await sweepAttempts()
    await sweepAttempts()
    const rows = await query<{ id: string; address: string }>(
      'test_swept',
      `SELECT "id", "address" FROM "Attempt" WHERE "userAgent" = 'sweep'`,
      [],
    )
    expect(Object.fromEntries(rows.map(({ id, address }) => [id, address]))).toEqual({
      [v4.id]: '203.0.113.0',
      [v6.id]: '2001:db8:1::',
      [odd.id]: 'unknown',
      [recent.id]: '203.0.113.78',
    })
    expect(rows.map(({ id }) => id)).not.toContain(old.id)
  })
})
