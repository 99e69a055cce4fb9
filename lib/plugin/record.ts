import type { Tx } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import type { Operation } from './catalog'
import type { Caller } from './operation'
import { isPrivate } from './private'

/** One call in a person's name, as that person may read it later. */
export type Entry = {
  id: string
  caller: Caller
  operation: string
  /** JSON of what was given, shortened, without private fields. */
  input: string
  /** `ok`, `repeated`, the status of an action that has not happened, or the code of the error. */
  outcome: string
  /** Absolute URL of the thing that the call was about, where the answer names one. */
  touched: string | null
}

export type Recorder = {
  /** In the transaction of a write: recorded if and only if it happened. */
  within: (tx: Tx, entry: Entry) => Promise<void>
  /** Behind the answer. An id that is recorded already stays as it is. */
  later: (entry: Entry) => void
}

export type Made = { id: string; operation: Operation; caller: Caller; input: unknown }

export const succeeded = (made: Made, result: unknown): Entry => ({
  ...entry(made),
  outcome: outcomeOf(made.operation, result),
  touched: urlIn(result),
})

export const failed = (made: Made, error: unknown): Entry => ({
  ...entry(made),
  outcome: error instanceof PublicError ? error.code : 'server_error',
  touched: null,
})

/** What was answered without anything being done: how it stands, or what was done before. */
export function noted(made: Made, text: string): Entry {
  const { status } = JSON.parse(text) as { status?: string }
  const isDone = status === undefined || status === 'done'
  return { ...entry(made), outcome: isDone ? 'repeated' : status, touched: null }
}

const entry = ({ id, operation, caller, input }: Made) => ({
  id,
  caller,
  operation: operation.name,
  input: JSON.stringify(toReadable(operation, input)),
})

/** Characters of one value; what is longer is nothing to read in a list. */
const longest = 200

function toReadable(operation: Operation, input: unknown): Record<string, unknown> {
  const given: Record<string, unknown> = isRecord(input) ? input : {}
  const readable: Record<string, unknown> = {}
  // Declared fields only: what else was sent was refused, and may be anything.
  for (const { name } of operation.fields) {
    if (given[name] === undefined) continue
    readable[name] = isPrivate(operation.input.shape[name]) ? '(private)' : shorten(given[name])
  }
  return readable
}

function shorten(value: unknown): unknown {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

function outcomeOf({ confirm }: Operation, result: unknown): string {
  const status = confirm && isRecord(result) ? result.status : 'done'
  return typeof status === 'string' && status !== 'done' ? status : 'ok'
}

/** An answer is about one thing if it has a `url`, or one of its members has. */
function urlIn(result: unknown): string | null {
  if (!isRecord(result)) return null
  const nested = Object.values(result).map((value) => (isRecord(value) ? value.url : undefined))
  const url = [result.url, ...nested].find((value) => typeof value === 'string')
  return (url as string | undefined) ?? null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
