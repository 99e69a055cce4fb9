import { expect, it, vi } from 'vitest'
import OutboxPage from './page'

const host = vi.hoisted(() => ({ value: '' }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ host: host.value }) }))
vi.mock('@/lib/env', async (original) => ({
  ...(await original<object>()),
  env: () => ({ local: true, origin: 'http://localhost:3000', dataDir: '/nowhere' }),
}))

it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])('is shown at %s', async (name) => {
  host.value = name
  expect(await OutboxPage()).toBeTruthy()
})

it.each(['evil.example', 'evil.example:3000', 'localhost.evil.example'])(
  'is not shown to a page of %s whose name leads to this machine',
  async (name) => {
    host.value = name
    await expect(OutboxPage()).rejects.toThrow('404')
  },
)
