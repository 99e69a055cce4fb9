import { z } from 'zod'
import { env } from '@/lib/env'
import { defineSetting } from './setting'

/** `factor` times what stands in lib/limits/limits.ts may be called. */
export const callLimits = defineSetting<{ factor: number }>({
  name: 'call-limits',
  schema: z.object({ factor: z.number().min(0.01).max(1e6) }),
  fallback: () => ({ factor: env().rateLimitFactor }),
})
