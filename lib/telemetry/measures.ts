import type { Channel } from 'node:diagnostics_channel'
import { countAllHeld } from '@/lib/confirmations/waiting'
import type { AttemptEndTold, RefreshTold } from './channels'
import { attemptEnds, calls, outbound, refreshes, requests, statements } from './channels'
import { timed } from './timed'

type Labels = Record<string, string>

/** Whoever keeps figures. Labels come from lists of ours only, so that their number is bounded. */
export type Meter = {
  counter: (measure: Measure) => (labels: Labels) => void
  histogram: (measure: Measure, buckets: number[]) => (labels: Labels, seconds: number) => void
  gauge: (measure: Measure, read: () => Promise<number>) => void
}

/** Seconds; a read answers within a few milliseconds, a write may take 40 s. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 40]

export type Measure = { name: string; help: string; labels: string[] }

/** Keeps every figure there is with this meter from now on. */
export function measure(meter: Meter): void {
  const asked = meter.histogram(
    {
      name: 'latchkey_request_duration_seconds',
      help: 'Requests by endpoint and class of status.',
      labels: ['endpoint', 'status'],
    },
    buckets,
  )
  timed(requests, ({ endpoint, status = 500 }, seconds) =>
    asked({ endpoint, status: `${Math.trunc(status / 100)}xx` }, seconds),
  )
  const called = meter.histogram(
    {
      name: 'latchkey_call_duration_seconds',
      help: 'Calls of operations by outcome.',
      labels: ['operation', 'surface', 'outcome'],
    },
    buckets,
  )
  timed(calls, ({ operation, surface, outcome }, seconds) => {
    if (operation && outcome) called({ operation, surface, outcome }, seconds)
  })
  const stated = meter.histogram(
    {
      name: 'latchkey_database_duration_seconds',
      help: 'Statements to the database.',
      labels: ['outcome'],
    },
    buckets,
  )
  timed(statements, ({ error }, seconds) => stated({ outcome: error ? 'failed' : 'ok' }, seconds))
  const fetched = meter.histogram(
    {
      name: 'latchkey_outbound_duration_seconds',
      help: 'Exchanges with other servers.',
      labels: ['to', 'outcome'],
    },
    buckets,
  )
  timed(outbound, ({ to, error }, seconds) =>
    fetched({ to, outcome: error ? 'failed' : 'ok' }, seconds),
  )
  count(refreshes, refreshed(meter))
  count(attemptEnds, ended(meter))
  meter.gauge(
    { name: 'latchkey_held_actions', help: 'Held actions that wait for a person.', labels: [] },
    countAllHeld,
  )
}

function refreshed(meter: Meter) {
  const add = meter.counter({
    name: 'latchkey_refreshes_total',
    help: 'Uses of refresh tokens by outcome.',
    labels: ['outcome'],
  })
  return ({ outcome }: RefreshTold) => add({ outcome })
}

function ended(meter: Meter) {
  const add = meter.counter({
    name: 'latchkey_connection_attempts_total',
    help: 'Tries to connect by how they ended and why.',
    labels: ['end', 'reason'],
  })
  return ({ end, reason }: AttemptEndTold) => add({ end, reason: reason ?? 'none' })
}

const count = <Told>(channel: Channel, add: (told: Told) => void): void =>
  channel.subscribe((told) => add(told as Told))
