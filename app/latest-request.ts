'use client'

import { useSyncExternalStore } from 'react'

/**
 * The id of the request that this page last had answered, as the log and the API's errors tell it. Of
 * all headers of a page its own script can read but Server-Timing, which proxy.ts sets.
 */
export const useLatestRequest = (): string | undefined =>
  useSyncExternalStore(
    watch,
    () => latest?.id,
    () => undefined,
  )

let latest: { id: string; startedAt: number } | undefined
let isWatched = false
const listeners = new Set<() => void>()

function watch(listener: () => void): () => void {
  listeners.add(listener)
  if (!isWatched) observe()
  isWatched = true
  return () => listeners.delete(listener)
}

function observe(): void {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) take(entry as PerformanceResourceTiming)
  })
  for (const type of ['navigation', 'resource']) observer.observe({ type, buffered: true })
}

function take({ startTime, serverTiming = [] }: PerformanceResourceTiming): void {
  const id = serverTiming.find(({ name }) => name === 'request')?.description
  if (!id || startTime < (latest?.startedAt ?? 0)) return
  latest = { id, startedAt: startTime }
  for (const listener of listeners) listener()
}
