import { PublicError } from '@/lib/errors'

/**
 * Settles as `work` does, or fails with `timeout` when `ms` are over or the client is gone. `work` can
 * ask for a signal that tells it so, and stop asking for what nobody waits for.
 */
export async function readWithin<T>(
  ms: number,
  client: AbortSignal,
  work: (ending: () => AbortSignal) => Promise<T>,
): Promise<T> {
  if (client.aborted) throw gone()
  // Made for who asks: most reads end before they could be told.
  let controller: AbortController | undefined
  const made = () => {
    controller ??= new AbortController()
    return controller
  }
  const reading = work(() => made().signal)
  return race(ms, client, reading, (error) => made().abort(error))
}

/**
 * As above before it begins. Once begun it is left to finish even if the client goes away: its effects
 * elsewhere cannot be taken back by a rollback here, and who asks again finds what was done. `work` can
 * ask whether anybody still waits for its answer.
 */
export async function writeWithin<T>(
  ms: number,
  client: AbortSignal,
  work: (isAwaited: () => boolean) => Promise<T>,
): Promise<T> {
  if (client.aborted) throw gone()
  let isLate = false
  const isAwaited = () => !isLate && !client.aborted
  return race(ms, null, work(isAwaited), () => {
    isLate = true
  })
}

function race<T>(
  ms: number,
  client: AbortSignal | null,
  work: Promise<T>,
  end: (error: PublicError) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (error: PublicError) => {
      reject(error)
      end(error)
    }
    const timer = setTimeout(() => fail(late()), ms)
    const leave = () => fail(gone())
    client?.addEventListener('abort', leave)
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer)
      client?.removeEventListener('abort', leave)
    })
  })
}

const late = () =>
  new PublicError('timeout', 'This takes too long. Look whether it was done before you try again.')

const gone = () => new PublicError('timeout', 'The client went away.')
