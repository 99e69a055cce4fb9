import { RateLimiterRedis } from 'rate-limiter-flexible'
import { log } from '@/lib/log'
import { sha256 } from '@/lib/secrets'
import type { Shared } from './store'

/** Connects in the background and again after each loss; until then every count fails at once. */
export async function connectRedis(url: string): Promise<{ shared: Shared; close: () => void }> {
  // Whoever sets no REDIS_URL never loads it.
  const { createClient } = await import('@redis/client')
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 2000, reconnectStrategy: (tries) => Math.min(tries * 200, 5000) },
  })
  client.on('error', onceAMinute())
  client.connect().catch(() => {})
  const limiters = new Map<string, RateLimiterRedis>()
  return {
    close: () => client.destroy(),
    async shared({ name, points, seconds }, subject, added) {
      const limiter =
        limiters.get(name) ??
        new RateLimiterRedis({
          storeClient: client,
          useRedisPackage: true,
          rejectIfRedisNotReady: true,
          keyPrefix: `latchkey:${name}`,
          points,
          duration: seconds,
        })
      limiters.set(name, limiter)
      const { consumedPoints, msBeforeNext } = await limiter.penalty(sha256(subject), added)
      return { used: consumedPoints, endsInMs: msBeforeNext }
    },
  }
}

function onceAMinute() {
  let last = 0
  return (error: unknown) => {
    if (Date.now() - last < 60_000) return
    last = Date.now()
    log.warn('Redis is not reachable', error)
  }
}
