import { query } from '@/lib/data/db'
import { type HostId, toHostId } from '@/lib/hosts'
import type { Step } from './row'

/** How far attempts come, in order; each stage is reached by any of its steps. */
const stages = {
  started: ['challenge', 'metadata', 'registration', 'document'],
  asked: ['authorize'],
  signedIn: ['sign_in'],
  allowed: ['consent', 'code'],
  exchanged: ['token'],
  called: ['first_call'],
} satisfies Record<string, Step[]>

export type Stage = keyof typeof stages
export const stageNames = Object.keys(stages) as Stage[]

const ends = ['completed', 'failed', 'declined', 'abandoned', 'open'] as const
export type End = (typeof ends)[number]

export type HostFunnel = { host: HostId; started: number } & Record<End, number>
export type Funnel = { stages: { stage: Stage; reached: number }[]; hosts: HostFunnel[] }

export type EndedRow = { host: string | null; end: End; last: string | null; count: number }

/** What became of the attempts that began in the last `days`: how far, and by host how they ended. */
export async function getFunnel(days: 1 | 7): Promise<Funnel> {
  const rows = await query<EndedRow>(
    `attempts_funnel_${days}`,
    // Written out: a plan that is made for any number of days reads the whole table.
    `SELECT "host", coalesce("end"::text, 'open') AS end, "step" AS last,
       count(*)::int AS count
     FROM "Attempt" WHERE "startedAt" > now() - interval '${days} days' GROUP BY 1, 2, 3`,
    [],
  )
  return toFunnel(rows)
}

/** `last` is the last step that was taken. */
export const toFunnel = (rows: EndedRow[]): Funnel => ({
  stages: toStages(rows),
  hosts: toHosts(rows),
})

function toStages(rows: EndedRow[]): Funnel['stages'] {
  const reached = rows.map(({ end, last, count }) => ({ index: indexOf(end, last), count }))
  return stageNames.map((stage, at) => ({
    stage,
    reached: reached.reduce((sum, { index, count }) => sum + (index >= at ? count : 0), 0),
  }))
}

function indexOf(end: End, last: string | null): number {
  if (end === 'completed') return stageNames.length - 1
  return Math.max(
    0,
    stageNames.findIndex((stage) => (stages[stage] as string[]).includes(last ?? '')),
  )
}

function toHosts(rows: EndedRow[]): HostFunnel[] {
  const funnels = new Map<HostId, HostFunnel>()
  for (const { host: name, end, count } of rows) {
    const host = toHostId(name)
    const funnel = funnels.get(host) ?? { host, started: 0, ...noEnds }
    funnels.set(host, funnel)
    funnel.started += count
    funnel[end] += count
  }
  return [...funnels.values()].sort((one, other) => other.started - one.started)
}

const noEnds = Object.fromEntries(ends.map((end) => [end, 0])) as Record<End, number>
