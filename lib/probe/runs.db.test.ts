import { expect, it } from 'vitest'
import { db } from '@/lib/data/db'
import type { HostResult } from './finding'
import { getLatestRun, keepRun } from './runs'

it('keeps the newest twenty runs', async () => {
  const finding = { check: 'a', level: 'ok', fact: 'b', fix: null } as const
  const results: HostResult[] = [
    { host: 'claude', name: 'Claude', level: 'ok', findings: [finding] },
  ]
  let id = ''
  for (let n = 0; n < 22; n += 1) id = await keepRun('nobody', results)
  expect(await db().probeRun.count()).toBe(20)
  expect(await getLatestRun()).toMatchObject({ id, results })
})
