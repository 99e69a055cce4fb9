import { OutboundError, toOutboundError } from './errors'

/**
 * Turns that so many may have at once in this process, each with a time limit for all of it. What
 * slow strangers hold must not stop what others wait for: each purpose has turns of its own.
 */
export function createTurns(most: number) {
  let running = 0

  /** Throws only OutboundErrors: `busy` when there is no turn, `timeout` when the time is over. */
  return async function inTurn<T>(
    timeoutMs: number,
    run: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (running >= most) throw new OutboundError('busy')
    running += 1
    const clock = new AbortController()
    const ended = new Promise<never>((_, reject) => {
      clock.signal.addEventListener('abort', () => reject(clock.signal.reason))
    })
    const timer = setTimeout(() => clock.abort(new OutboundError('timeout')), timeoutMs)
    try {
      return await Promise.race([ended, run(clock.signal)])
    } catch (error) {
      throw toOutboundError(error, 'network')
    } finally {
      clearTimeout(timer)
      running -= 1
    }
  }
}
