import { query } from '@/lib/data/db'
import type { Stage } from './stage'

/** Of whoever calls or looks; nobody at all is a stranger. */
export type Standing = 'operator' | 'tester' | 'stranger'

export function isLetIn(stage: Stage, standing: Standing): boolean {
  if (stage === 'public' || standing === 'operator') return true
  return stage === 'testing' && standing === 'tester'
}

/** Milliseconds; half of the second within which a change must hold everywhere. */
const staleAfter = 400

let known = new Map<string, Standing>()
let readAt = Number.NEGATIVE_INFINITY
let reading: Promise<void> | null = null

/** At most 0.4 s old, asked lazily and for all who are let in at once: they are few. */
export async function standingOf(accountId: string | null): Promise<Standing> {
  if (accountId === null) return 'stranger'
  if (performance.now() - readAt > staleAfter) {
    reading ??= readAll().finally(() => {
      reading = null
    })
    await reading
  }
  return known.get(accountId) ?? 'stranger'
}

/** What this process knows is old: somebody was let in or turned away just now. */
export function forgetStandings(): void {
  readAt = Number.NEGATIVE_INFINITY
}

async function readAll(): Promise<void> {
  const at = performance.now()
  const rows = await query<{ id: string; standing: Standing }>(
    'standings_read',
    `SELECT "accountId" AS "id", 'tester' AS "standing" FROM "Tester" WHERE "accountId" IS NOT NULL
     UNION ALL SELECT "id", 'operator' FROM "Account" WHERE "role" = 'operator'`,
    [],
  )
  known = new Map(rows.map(({ id, standing }) => [id, standing]))
  readAt = at
}
