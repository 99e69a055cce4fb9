import type { TracingChannel } from 'node:diagnostics_channel'

/** Tells of each end how many seconds it took, and the error if it failed. */
export function timed<Told extends object>(
  channel: TracingChannel<unknown, Told>,
  ended: (told: Told & { error?: unknown; result?: unknown }, seconds: number) => void,
): void {
  const began = new WeakMap<object, number>()
  channel.start.subscribe((told) => void began.set(told as object, performance.now()))
  channel.asyncEnd.subscribe((told) => {
    const start = began.get(told as object)
    if (start !== undefined) ended(told as Told, (performance.now() - start) / 1000)
  })
}
