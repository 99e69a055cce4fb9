import { query } from '@/lib/data/db'
import type { SweptRoom } from './run'

export const writeDown = (swept: SweptRoom[]): Promise<unknown[]> =>
  query(
    'sweep_write',
    `INSERT INTO "SweptRoom" ("room", "at", "ms", "rows", "more", "error")
     SELECT room, now(), ms, rows, more, error
     FROM unnest($1::text[], $2::int[], $3::int[], $4::bool[], $5::text[])
       AS swept (room, ms, rows, more, error)
     ON CONFLICT ("room") DO UPDATE SET "at" = excluded."at", "ms" = excluded."ms",
       "rows" = excluded."rows", "more" = excluded."more", "error" = excluded."error"`,
    [
      swept.map(({ room }) => room),
      swept.map(({ ms }) => ms),
      swept.map(({ rows }) => rows),
      swept.map(({ more }) => more),
      swept.map(({ error }) => error),
    ],
  )

/** What the last sweep of each room came to, for the operator. */
export const lastSweep = (): Promise<(SweptRoom & { at: Date })[]> =>
  query<SweptRoom & { at: Date }>(
    'sweep_last',
    `SELECT "room", "at", "ms", "rows", "more", "error" FROM "SweptRoom" ORDER BY "room"`,
    [],
  )
