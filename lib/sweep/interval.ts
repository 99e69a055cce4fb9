import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { sweep } from './run'

const every = 10 * 60_000

// Both server.ts and Next's instrumentation.ts begin, in one process where there are both.
const kept = globalThis as unknown as { latchkeySweeping?: NodeJS.Timeout }

/** In a process that lives on; where none does, cron asks. */
export function startSweeping(): void {
  if (kept.latchkeySweeping || !env().hasDisk) return
  const turn = () => void sweep().catch((error) => log.error('sweep failed', error))
  kept.latchkeySweeping = setInterval(turn, every)
  kept.latchkeySweeping.unref()
}
