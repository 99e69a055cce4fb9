import { add } from '@/lib/data/counters'
import { env } from '@/lib/env'
import { callLimits } from '@/lib/settings/call-limits'
import { readSetting } from '@/lib/settings/setting'
import { createLimiter } from './limiter'
import { createMemoryStore } from './memory'
import { connectRedis } from './redis'
import { createSharedStore } from './shared'
import type { Store } from './store'

let store: Promise<Store> | undefined

/** In Redis where there is one, else in the database where several processes answer, else in memory. */
async function open(): Promise<Store> {
  const { redisUrl, processes } = env()
  if (redisUrl) return createSharedStore((await connectRedis(redisUrl)).shared)
  return processes === 'several' ? createSharedStore(add) : createMemoryStore()
}

export const limiter = createLimiter(
  () => {
    store ??= open()
    return store
  },
  async () => (await readSetting(callLimits)).factor,
)
