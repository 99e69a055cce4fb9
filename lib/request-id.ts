import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

// server.ts and the pages that Next serves are two module graphs in one process.
const kept = globalThis as unknown as { latchkeyRequests?: AsyncLocalStorage<string> }
kept.latchkeyRequests ??= new AsyncLocalStorage()
const requests = kept.latchkeyRequests

/** Of the request that is being answered, whatever waits in between; undefined outside of one. */
export const requestId = (): string | undefined => requests.getStore()

/** Everything that `work` leads to belongs to the request. */
export const inRequest = <T>(id: string, work: () => T): T => requests.run(id, work)

/** A new id, unless a proxy of ours gave the request one that can stand in a log and a header. */
export function toRequestId(given: string | null | undefined, isTrusted: boolean): string {
  return isTrusted && given && /^[\w.:=+/-]{8,100}$/.test(given) ? given : randomUUID()
}

export const requestIdHeader = 'x-request-id'

/** The one header with it that a page's own script can read. */
export const requestTiming = (id: string) => ({ 'server-timing': `request;desc="${id}"` })

/** What is told where nothing better can be. */
export const failedText = (id: string): string =>
  `Something went wrong on our side. Try again. Request: ${id}`
