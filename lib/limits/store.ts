import type { Limit } from '@/lib/data/counters'

/** Counted within the running window, which ends in `endsInMs`. */
export type Counted = { used: number; endsInMs: number }

export type Adding = { points: number; exact: boolean }

/** Where calls are counted. `exact` waits for what other processes counted. */
export type Store = {
  add: (limit: Limit, subject: string, adding: Adding) => Promise<Counted> | Counted
}

/** Adds to a count that all processes share. */
export type Shared = (limit: Limit, subject: string, points: number) => Promise<Counted>
