import { log } from '@/lib/log'

let tail: Promise<unknown> = Promise.resolve()
let waiting = 0
const mostWaiting = 1000

/**
 * Writes one after the other, behind the answer: nobody waits for it, and the steps of one attempt
 * keep their order. Under a flood the rest is dropped, and false is returned: these rows explain, they
 * decide nothing.
 */
export function later(write: () => Promise<unknown>): boolean {
  if (waiting >= mostWaiting) return false
  waiting += 1
  tail = tail
    .then(write)
    .catch((error) => log.error('attempt not recorded', error))
    .finally(() => {
      waiting -= 1
    })
  return true
}

/** When everything that was recorded until now is written. */
export const attemptsWritten = (): Promise<unknown> => tail

const recent = new Map<string, number>()

// A client that looks at the metadata ten times has still taken one step.
export function isRepeated(key: string): boolean {
  const now = Date.now()
  const seenAt = recent.get(key) ?? 0
  if (recent.size > 5000) recent.clear()
  recent.set(key, now)
  return now - seenAt < 60_000
}
