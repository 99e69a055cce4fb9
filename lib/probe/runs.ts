import { randomUUID } from 'node:crypto'
import { db, query } from '@/lib/data/db'
import type { HostResult } from './finding'

export type ProbeRun = { id: string; at: Date; results: HostResult[] }

const mostKept = 20

export async function keepRun(accountId: string, results: HostResult[]): Promise<string> {
  const id = randomUUID()
  await query(
    'probe_keep',
    'INSERT INTO "ProbeRun" ("id", "accountId", "results") VALUES ($1, $2, $3::jsonb)',
    [id, accountId, JSON.stringify(results)],
  )
  await query(
    'probe_forget',
    `DELETE FROM "ProbeRun" WHERE "id" NOT IN (
       SELECT "id" FROM "ProbeRun" ORDER BY "at" DESC LIMIT ${mostKept})`,
    [],
  )
  return id
}

export async function getLatestRun(): Promise<ProbeRun | null> {
  const run = await db().probeRun.findFirst({ orderBy: { at: 'desc' } })
  return run && { id: run.id, at: run.at, results: run.results as HostResult[] }
}
