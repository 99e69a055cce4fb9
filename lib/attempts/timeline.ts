import { db } from '@/lib/data/db'
import type { Facts } from './facts'
import type { End } from './search'

/** One attempt with its steps, each so many milliseconds after the first. */
export type Timeline = {
  id: string
  host: string | null
  clientId: string | null
  clientName: string | null
  redirectUri: string | null
  address: string
  userAgent: string
  startedAt: Date
  updatedAt: Date
  endedAt: Date | null
  end: End | null
  reason: string | null
  steps: { step: string; at: Date; afterMs: number; facts: Facts }[]
}

export async function getTimeline(id: string): Promise<Timeline | null> {
  const row = await db().attempt.findUnique({ where: { id } })
  if (!row) return null
  const { steps, interaction: _, grantId: __, accountId: ___, ...about } = row
  const taken = steps as { step: string; at?: string; facts?: Facts }[]
  const start = new Date(taken[0]?.at ?? row.startedAt).getTime()
  return {
    ...about,
    steps: taken.map(({ step, at, facts = {} }) => {
      const time = new Date(at ?? row.startedAt)
      return { step, at: time, afterMs: Math.max(0, time.getTime() - start), facts }
    }),
  }
}
