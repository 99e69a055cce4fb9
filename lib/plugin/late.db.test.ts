import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { disconnect } from '@/lib/data/db'
import { createToyCaller, createToyShop, openShop, pass, salesOf } from '@/lib/testing/toy-shop'
import { newActionId } from './action-id'

vi.mock('./work', async (original) => ({
  ...(await original<typeof import('./work')>()),
  timeLimit: 150,
}))

const { ask, shipmentsOf } = createToyShop(join(tmpdir(), `late-${newActionId()}`))

beforeAll(openShop)
afterAll(disconnect)

it.each([
  ['order', null],
  ['order', 'a-key'],
  ['ship', null],
  ['ship', 'a-key'],
])(
  '%s, that took too long to be told, is told to who asks again with the key %s, and not done twice',
  async (operation, key) => {
    const caller = await createToyCaller()
    const thing = `slow-${newActionId()}`
    const again = () => ask(caller, operation, { thing }, { key })
    await expect(again()).rejects.toMatchObject({ code: 'timeout' })
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await pass(caller.grantId, '1 hour')
    const told = await again()
    expect(told).toMatchObject({ status: 'done', thing })
    expect(told.message).toMatch(/^(Sold|Shipped) slow-[\w-]+\.$/)
    expect((await salesOf(thing)) + shipmentsOf(thing)).toBe(1)
  },
)
