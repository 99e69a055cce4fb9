import { channel, tracingChannel } from 'node:diagnostics_channel'

/*
 * What happens here, told to whoever counts or traces it. A channel is the process's own: the two
 * module graphs of server.ts and Next tell the same ones, and where nobody listens it costs nothing.
 * What is told names things of ours; no input, address or token.
 */

/** One request to an address for machines (its path in the table) or to a page. */
export type RequestTold = { endpoint: string; method: string; status?: number }
export const requests = tracingChannel<unknown, RequestTold>('latchkey:request')

/** One call by what carried it; the rest is known once it ended, unless it was no operation's. */
export type CallTold = { surface: 'api' | 'mcp'; operation?: string; outcome?: string }
export const calls = tracingChannel<unknown, CallTold>('latchkey:call')

/** One statement to the database, by its name or its first word. */
export type StatementTold = { statement: string }
export const statements = tracingChannel<unknown, StatementTold>('latchkey:statement')

/** One exchange with another server. */
export type OutboundTold = { to: 'document' | 'provider' | 'mail' }
export const outbound = tracingChannel<unknown, OutboundTold>('latchkey:outbound')

/** One use of a refresh token. */
export const refreshes = channel('latchkey:refresh')
export type RefreshTold = { outcome: string }

/** One try to connect came to its end. */
export const attemptEnds = channel('latchkey:attempt-end')
export type AttemptEndTold = { end: string; reason: string | null }
