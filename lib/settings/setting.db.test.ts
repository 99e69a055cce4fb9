import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { commandLine } from '@/lib/audit/audit'
import { listAudit } from '@/lib/audit/list'
import { db } from '@/lib/data/db'
import { changeSetting, defineSetting, readForChange, readSetting } from './setting'

const make = () =>
  defineSetting({
    name: `test-${randomUUID()}`,
    schema: z.object({ days: z.number().int().min(1) }),
    fallback: () => ({ days: 90 }),
  })

test('what nobody set is as the release has it, and holds at once when somebody does', async () => {
  const setting = make()
  expect(await readSetting(setting)).toEqual({ days: 90 })
  expect(await changeSetting(setting, { value: { days: 7 }, version: 0, by: commandLine })).toBe(
    true,
  )
  expect(await readSetting(setting)).toEqual({ days: 7 })
  expect(await readForChange(setting)).toEqual({ value: { days: 7 }, version: 1 })
})

test('of two operators who change one thing, the second is told', async () => {
  const setting = make()
  const change = (days: number) =>
    changeSetting(setting, { value: { days }, version: 0, by: commandLine })
  const first = await Promise.all([change(1), change(2), change(3)])
  expect(first.filter(Boolean)).toHaveLength(1)
  expect(await change(4)).toBe(false)
  const { rows } = await listAudit({ target: setting.name }, {})
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ act: 'setting.changed', before: { days: 90 } })
})

test('a value that another release left there counts as not set', async () => {
  const setting = make()
  await db().setting.create({ data: { name: setting.name, value: { days: 'many' } } })
  expect(await readForChange(setting)).toEqual({ value: { days: 90 }, version: 1 })
})

test('a change by another process holds within a second', async () => {
  const setting = make()
  expect(await readSetting(setting)).toEqual({ days: 90 })
  await db().setting.create({ data: { name: setting.name, value: { days: 5 } } })
  await expect.poll(() => readSetting(setting), { timeout: 1000 }).toEqual({ days: 5 })
})

test('a wrong value changes nothing', async () => {
  const setting = make()
  const wrong = { value: { days: 0 }, version: 0, by: commandLine }
  await expect(changeSetting(setting, wrong)).rejects.toThrow(z.ZodError)
  expect(await db().setting.count({ where: { name: setting.name } })).toBe(0)
})
