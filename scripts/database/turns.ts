import type { PGlite } from '@electric-sql/pglite'

/** What one connection wants executed: whole protocol messages, and where the answer goes. */
export type Turn<Owner> = {
  owner: Owner
  messages: Uint8Array
  /** The messages end in Query or Sync: once answered, the backend is ready for a next query. */
  complete: boolean
  answer: (data: Buffer) => void
}

const SILENCE_LIMIT_MS = 30_000

/**
 * Lets several connections take turns on the one backend that an embedded database has.
 * A connection keeps the backend from its first message until it is ready for a next query outside
 * of a transaction; without that, statements and transactions of different connections would mix.
 */
export function createTurns<Owner extends object>(
  db: PGlite,
  { expire, fail }: { expire: (owner: Owner) => void; fail: (error: unknown) => void },
) {
  let waiting: Turn<Owner>[] = []
  let owner: Owner | null = null
  let busy = false
  let stopped = false
  let silence: NodeJS.Timeout | undefined

  function take(turn: Turn<Owner>) {
    if (stopped) return
    waiting.push(turn)
    if (!busy) run().catch(fail)
  }

  async function run() {
    busy = true
    for (let turn = next(); turn; turn = next()) {
      await execute(turn)
      owner = turn.complete && !db.isInTransaction() ? null : turn.owner
      clearTimeout(silence)
      if (owner) expireWhenSilent(owner)
    }
    busy = false
  }

  function next(): Turn<Owner> | undefined {
    const index = owner ? waiting.findIndex((turn) => turn.owner === owner) : 0
    return index < 0 ? undefined : waiting.splice(index, 1)[0]
  }

  async function execute({ messages, answer }: Turn<Owner>) {
    const chunks: Buffer[] = []
    // A chunk is a view into the database's memory, which the next one overwrites.
    await db.execProtocolRawStream(messages, {
      onRawData: (chunk) => chunks.push(Buffer.from(chunk)),
    })
    if (chunks.length > 0) answer(Buffer.concat(chunks))
  }

  // A connection that opened a transaction and fell silent must not stop all others for ever.
  function expireWhenSilent(silent: Owner) {
    silence = setTimeout(() => {
      if (waiting.length > 0) expire(silent)
      else expireWhenSilent(silent)
    }, SILENCE_LIMIT_MS)
    silence.unref()
  }

  /** The connection is gone: what it wanted is dropped, what it had open is rolled back. */
  function leave(gone: Owner, cleanUp: Uint8Array) {
    waiting = waiting.filter((turn) => turn.owner !== gone)
    const messages = Buffer.concat([SYNC, ROLLBACK, cleanUp])
    take({ owner: gone, messages, complete: true, answer: () => {} })
  }

  function stop() {
    stopped = true
    waiting = []
    clearTimeout(silence)
  }

  return { take, leave, stop }
}

export function message(type: string, body = ''): Buffer {
  const length = Buffer.byteLength(body)
  const bytes = Buffer.alloc(5 + length)
  bytes.write(type, 0, 'latin1')
  bytes.writeInt32BE(4 + length, 1)
  bytes.write(body, 5)
  return bytes
}

const SYNC = message('S')
const ROLLBACK = message('Q', 'ROLLBACK\0')
