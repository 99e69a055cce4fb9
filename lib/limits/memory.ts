import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Store } from './store'

/** For one process: nothing waits for anything. */
export function createMemoryStore(): Store {
  const limiters = new Map<string, RateLimiterMemory>()
  return {
    async add(limit, subject, { points }) {
      const { name, seconds } = limit
      const known = limiters.get(name)
      const limiter = known ?? new RateLimiterMemory({ points: limit.points, duration: seconds })
      if (!known) limiters.set(name, limiter)
      const { consumedPoints, msBeforeNext } = await limiter.penalty(subject, points)
      return { used: consumedPoints, endsInMs: msBeforeNext }
    },
  }
}
