import { query } from './db'

/** Milliseconds; half of the second within which what was taken back must be dead everywhere. */
const staleAfter = 400

/**
 * What changed since this process last looked, asked lazily: a process that was frozen between
 * requests asks before it answers the next one. `ids` is a query for the ids changed after $1.
 */
export function createChangeFeed(name: string, ids: string, onChange: (id: string) => void) {
  let since: Date | null = null
  let checkedAt = 0
  let running: Promise<void> | null = null

  async function check(): Promise<void> {
    const startedAt = performance.now()
    const [row] = await query<{ at: Date; ids: string[] }>(
      name,
      `SELECT now() AS at, array(${ids}) AS ids`,
      // Ten seconds back: a transaction may become visible that much after its own clock.
      [new Date((since ?? new Date()).getTime() - 10_000)],
    )
    for (const id of row?.ids ?? []) onChange(id)
    since = row?.at ?? since
    checkedAt = startedAt
  }

  return async function sync(): Promise<void> {
    if (checkedAt > 0 && performance.now() - checkedAt < staleAfter) return
    running ??= check().finally(() => {
      running = null
    })
    await running
  }
}
