import { FastResponse } from 'srvx'
import { type PublicError, statusOfCode } from '@/lib/errors'
import { requestId } from '@/lib/request-id'
import { mcpResource } from '@/lib/resources'
import { allowanceHeaders } from '../allowance'
import { asksToConnect, type Seen, toChallenge } from '../challenge'
import { toPublicError } from '../to-public-error'
import { corsHeaders } from './admission'
import { toFailedCall } from './call-tool'
import { type Id, internalError, parseError, RpcError, refused, toErrorText } from './message'
import { toResultText } from './result'
import type { Server } from './server'

/** What goes out: HTTP's part, and one JSON text or nothing. */
export type Reply = {
  status: number
  text: string | null
  headers?: Record<string, string>
  /** What is left of the caller's limits. */
  allowance?: Record<string, string>
}

export const toResponse = ({ status, text, headers, allowance }: Reply): Response =>
  new FastResponse(text, {
    status,
    headers: {
      ...(text !== null && { 'content-type': 'application/json' }),
      'cache-control': 'no-store',
      ...corsHeaders,
      ...allowance,
      ...headers,
    },
  })

export const toRefusal = (error: RpcError, headers?: Record<string, string>): Reply => ({
  status: error.status,
  text: toErrorText(null, error),
  ...(headers && { headers }),
})

/** How far a message came before it failed. */
export type Progress = { id: Id | null; version: string; seen: Seen; isCall: boolean }

export function toFailure(server: Server, thrown: unknown, progress: Progress): Reply {
  const { id, seen, version, isCall } = progress
  if (thrown instanceof RpcError) return { status: thrown.status, text: toErrorText(id, thrown) }
  const error = toPublicError(thrown)
  if (error.code === 'server_error') {
    const asked = requestId()
    const data = asked && { requestId: asked }
    return {
      status: 200,
      text: toErrorText(id, new RpcError(internalError, error.message, 200, data)),
    }
  }
  const origin = server.plugin.origin()
  const status = statusOfCode(error.code)
  const refusal = asksToConnect(error)
  const tooOften = seen.caller === null && error.retryAfter !== undefined
  const answered = isCall && id !== null
  return {
    // Hosts begin to sign in at a status of HTTP; all else about a call they read in its result.
    status: answered && !refusal && !tooOften ? 200 : status,
    text: answered
      ? toResultText(id, toFailedCall(error, seen, origin), {
          version,
          signature: server.signature,
        })
      : toErrorText(id, new RpcError(codeOf(error), error.message)),
    allowance: allowanceHeaders(seen),
    ...(refusal && {
      headers: { 'www-authenticate': toChallenge(error, seen, { resource: mcpResource(origin) }) },
    }),
    ...(tooOften && { headers: { 'retry-after': String(error.retryAfter) } }),
  }
}

const codeOf = ({ code }: PublicError) => (code === 'invalid_request' ? parseError : refused)
