import { z } from 'zod'
import { env } from '@/lib/env'
import { defineSetting } from './setting'

/** Days that is kept what people and operators can look back at. */
export type Retention = {
  /** What was done in a person's name, and the name of each app and key that did it. */
  activityDays: number
  /** Tries to connect; their addresses are cut after 7 days in any case. */
  attemptDays: number
}

export const retention = defineSetting<Retention>({
  name: 'retention',
  schema: z.object({
    activityDays: z.number().int().min(1).max(3650),
    attemptDays: z.number().int().min(1).max(365),
  }),
  fallback: () => ({ activityDays: env().activityDays, attemptDays: 30 }),
})
