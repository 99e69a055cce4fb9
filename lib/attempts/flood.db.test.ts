import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { db } from '@/lib/data/db'
import { asked, sawPlace } from './record'
import { attemptsWritten } from './write-behind'

process.env.RATE_LIMIT_FACTOR = '0.1'

const place = (address: string) => ({ address, userAgent: randomUUID() })

it('who may choose among addresses fills no table', async () => {
  const network = `2001:db8:${Math.floor(Math.random() * 60_000).toString(16)}:1`
  for (let n = 0; n < 70; n += 1) {
    sawPlace(place(`${network}:${n.toString(16)}::1`), { step: 'challenge' })
  }
  await attemptsWritten()
  expect(await db().attempt.count({ where: { address: { startsWith: network } } })).toBe(50)
})

it('an attempt that never ends is told up to a length', async () => {
  const [id, clientId] = [randomUUID(), randomUUID()]
  for (let n = 0; n < 300; n += 1) {
    asked(place('203.0.113.9'), { id, clientId }, [{ step: 'authorize' }, { step: 'sign_in' }])
  }
  await attemptsWritten()
  const [attempt, ...others] = await db().attempt.findMany({ where: { clientId } })
  expect(others).toEqual([])
  expect(Object.keys(attempt?.steps ?? {}).length).toBe(100)
})
