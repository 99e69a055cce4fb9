import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { commandLine } from '@/lib/audit/audit'
import { changeSetting, defineSetting, readSetting } from './setting'

const outage = vi.hoisted(() => ({ isOn: false }))

vi.mock('@/lib/data/db', async (original) => {
  const real = await original<typeof import('@/lib/data/db')>()
  const query: typeof real.query = (...asked) =>
    outage.isOn ? Promise.reject(new Error('no database')) : real.query(...asked)
  return { ...real, query }
})

const setting = defineSetting({
  name: 'test-outage',
  schema: z.number(),
  fallback: () => 1,
})

it('what was set holds on while the database does not answer, and nothing is made up before', async () => {
  outage.isOn = true
  await expect(readSetting(setting)).rejects.toThrow('no database')
  outage.isOn = false
  await changeSetting(setting, { value: 2, version: 0, by: commandLine })
  outage.isOn = true
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await readSetting(setting)).toBe(2)
})
