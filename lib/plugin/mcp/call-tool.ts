import type { PublicError } from '@/lib/errors'
import { mcpResource } from '@/lib/resources'
import { newActionId } from '../action-id'
import { requireAllowance } from '../allowance'
import { call } from '../call'
import { asksToConnect, type Seen, toChallenge } from '../challenge'
import { askedByHost } from './asked-by-host'
import type { Method } from './exchange'
import { hintedRegion } from './hints'
import { invalidParams, isRecord, RpcError } from './message'
import { type Result, toMembers } from './result'
import type { Server } from './server'

/** The member of `_meta` by which a client tells its calls apart. */
const idempotencyKey = 'latchkey/idempotency-key'

/** tools/call: one operation, whose answer goes out as data and as the same JSON in text. */
export function createToolCaller({ tools, plugin }: Server): Method {
  return async (exchange) => {
    const { params, seen, request } = exchange
    const tool = typeof params.name === 'string' ? tools.get(params.name) : undefined
    if (!tool) throw new RpcError(invalidParams, 'There is no tool of this name.')
    const input = params.arguments ?? {}
    if (!isRecord(input)) throw new RpcError(invalidParams, 'arguments must be an object.')
    await requireAllowance(plugin, seen, {
      headers: request.headers,
      hostsPerson: subjectOf(params._meta),
    })
    const first = () =>
      call({
        operation: tool.operation,
        caller: seen.caller,
        input,
        region: hintedRegion(params._meta, request.headers),
        actionId: newActionId(),
        idempotencyKey: isRecord(params._meta) ? params._meta[idempotencyKey] : null,
        signal: request.signal,
        recorder: plugin.recorder,
        actions: plugin.actions,
        release: plugin.release,
        origin: plugin.origin(),
      })
    const answer = await askedByHost(plugin, exchange, { operation: tool.operation, input, first })
    if ('members' in answer) return answer
    return { members: `${contentOf(answer.text)},"structuredContent":${answer.text}` }
  }
}

/**
 * A failure that the model, or the person, can do something about: a result, not an error of the
 * protocol (SEP-1303). No structured content, which would have to be what the output schema says.
 */
export function toFailedCall(error: PublicError, seen: Seen, origin: string): Result {
  const refused = asksToConnect(error)
  return {
    members: `${contentOf(error.message)},"isError":true`,
    meta: toMembers({
      'latchkey/code': error.code,
      ...(seen.allowance?.wait && { 'latchkey/retryAfter': seen.allowance.wait }),
      // ChatGPT shows its sign-in only where both error and description stand in here.
      ...(refused && {
        'mcp/www_authenticate': [
          toChallenge(error, seen, { resource: mcpResource(origin), nameError: true }),
        ],
      }),
    }),
  }
}

/** ChatGPT's word for the person behind a call, the same from call to call. */
function subjectOf(meta: unknown): string | null {
  const subject = isRecord(meta) ? meta['openai/subject'] : undefined
  return typeof subject === 'string' ? subject : null
}

const contentOf = (text: string): string =>
  `"content":[{"type":"text","text":${JSON.stringify(text)}}]`
