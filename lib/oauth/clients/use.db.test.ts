import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { db } from '@/lib/data/db'
import { addClient } from './registered'
import { noteClientUsed, noteSecretUsed } from './use'

const longAgo = new Date('2020-01-01')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

it('notes a use at once, and not again for five minutes', async () => {
  const { clientId: id } = await addClient({
    preset: 'custom',
    redirectUris: ['https://host.example/callback'],
  })
  const { hash } = await db().clientSecret.findFirstOrThrow({ where: { clientId: id } })
  const setBack = () =>
    db().client.update({
      where: { id },
      data: {
        usedAt: longAgo,
        secrets: { updateMany: { where: {}, data: { lastUsedAt: longAgo } } },
      },
    })
  const noteAndLook = async () => {
    await noteClientUsed(id)
    await noteSecretUsed(id, hash)
    const { usedAt, secrets } = await db().client.findUniqueOrThrow({
      where: { id },
      include: { secrets: true },
    })
    return [usedAt > longAgo, Number(secrets[0]?.lastUsedAt) > Number(longAgo)]
  }
  await setBack()
  expect(await noteAndLook()).toEqual([true, true])
  await setBack()
  expect(await noteAndLook()).toEqual([false, false])
  vi.advanceTimersByTime(301_000)
  expect(await noteAndLook()).toEqual([true, true])
})
