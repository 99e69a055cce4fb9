import { PublicError, statusOfCode } from '@/lib/errors'
import { type CallTold, calls } from '@/lib/telemetry/channels'
import type { Seen } from './challenge'
import { RpcError } from './mcp/message'
import type { Plugin } from './plugin'

/** One call once it is answered; `ms` is how long that took. */
export type Counted = {
  operation: string
  surface: 'api' | 'mcp'
  outcome: 'ok' | 'held' | 'refused' | 'unauthorized' | 'limited' | 'failed'
  ms: number
}

export type Counter = (call: Counted) => void

type Counting = { plugin: Plugin; surface: 'api' | 'mcp'; seen: Seen; signal: AbortSignal }

/** Does `work` and tells the counter. What no operation answers, or nobody waited for, is no call. */
export function counted<T>(counting: Counting, work: () => Promise<T>): Promise<T> {
  const told: CallTold = { surface: counting.surface }
  return calls.tracePromise(() => count({ ...counting, told }, work), told)
}

async function count<T>(counting: Counting & { told: CallTold }, work: () => Promise<T>) {
  const began = performance.now()
  try {
    const result = await work()
    tell(counting, began, counting.seen.held ? 'held' : 'ok')
    return result
  } catch (error) {
    tell(counting, began, toOutcome(error))
    throw error
  }
}

function tell(
  { plugin, surface, seen, signal, told }: Counting & { told: CallTold },
  began: number,
  outcome: Counted['outcome'],
) {
  if (!seen.operation || signal.aborted) return
  Object.assign(told, { operation: seen.operation.name, outcome })
  const ms = performance.now() - began
  plugin.counter?.({ operation: seen.operation.name, surface, outcome, ms })
}

function toOutcome(error: unknown): Counted['outcome'] {
  if (error instanceof RpcError) return 'refused'
  const status = error instanceof PublicError ? statusOfCode(error.code) : 500
  if (status >= 500) return 'failed'
  if (status === 401) return 'unauthorized'
  return status === 429 ? 'limited' : 'refused'
}
