import type { Acting } from '../install'
import { isObject, type JsonObject, own, ownObject, ownText, parseJson } from '../json'
import type { Heard, Step } from '../wire'
import { statelessVersion, toRequestMeta } from './eras'

/** Where messages go and what was agreed; `protocol` is null until it is. */
export type Peer = {
  endpoint: string
  token: string | null
  protocol: string | null
  sessionId: string | null
}

export type Message = {
  title: string
  kind: Step['kind']
  method: string
  params?: JsonObject
  /** Hints of the host, and in the stateless era what the protocol wants there. */
  meta?: JsonObject
  /** A notification has no id and gets no answer. */
  isNotification?: boolean
  timeoutMs: number
  maxBytes: number
}

export type Reply = Heard & {
  result: JsonObject | null
  error: { code: number; message: string; data: unknown } | null
}

/** One POST of Streamable HTTP; the answer may come as JSON or as a stream of events. */
export async function post(peer: Peer, message: Message, acting: Acting): Promise<Reply> {
  const { method, params = {}, isNotification = false } = message
  const isStateless = peer.protocol === statelessVersion
  const meta = { ...(isStateless && toRequestMeta(acting.profile)), ...message.meta }
  const body = {
    jsonrpc: '2.0',
    ...(!isNotification && { id: requestId }),
    method,
    params: Object.keys(meta).length > 0 ? { ...params, _meta: meta } : params,
  }
  const heard = await acting.wire.send(
    message,
    {
      method: 'POST',
      url: peer.endpoint,
      headers: {
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        'user-agent': acting.profile.calling.userAgent,
        ...(peer.token !== null && { authorization: `Bearer ${peer.token}` }),
        ...(peer.protocol !== null && { 'mcp-protocol-version': peer.protocol }),
        ...(peer.sessionId !== null && { 'mcp-session-id': peer.sessionId }),
        ...(isStateless && routingHeaders(method, params)),
      },
      body: JSON.stringify(body),
    },
    {
      timeoutMs: message.timeoutMs,
      maxBytes: message.maxBytes,
      isEnough: answerWatch(),
    },
  )
  const isStream = heard.headers['content-type']?.startsWith('text/event-stream') ?? false
  const answer = answerIn(heard.text, isStream)
  const error = ownObject(answer, 'error')
  return {
    ...heard,
    result: ownObject(answer, 'result'),
    error: error && {
      code: Number(own(error, 'code')),
      message: ownText(error, 'message') ?? '',
      data: own(error, 'data'),
    },
  }
}

/** One request in each exchange: no two can be taken for each other. */
const requestId = 1

// 2026-07-28, Streamable HTTP: what proxies route by, equal to the body.
function routingHeaders(method: string, params: JsonObject): Record<string, string> {
  const name = ownText(params, 'name') ?? ownText(params, 'uri')
  return { 'mcp-method': method, ...(name !== null && { 'mcp-name': name }) }
}

/** Whether the answer stands in what came since it was asked last: each event is read once. */
function answerWatch(): (text: string) => boolean {
  let readTo = 0
  return (text) => {
    if (!/\n\r?\n$/.test(text.slice(-4))) return false
    const events = text.slice(readTo)
    readTo = text.length
    return answerIn(events, true) !== null
  }
}

function answerIn(text: string, isStream: boolean): JsonObject | null {
  const messages = isStream ? eventsOf(text).map(parseJson) : [parseJson(text)]
  const answer = messages.find(
    (message) =>
      isObject(message) &&
      (own(message, 'id') === requestId || own(message, 'id') === null) &&
      (own(message, 'result') !== undefined || own(message, 'error') !== undefined),
  )
  return isObject(answer) ? answer : null
}

/** The data of each whole event (WHATWG HTML §9.2). */
function eventsOf(text: string): string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split('\n\n')
    .map((event) =>
      event
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).replace(/^ /, ''))
        .join('\n'),
    )
    .filter((data) => data !== '')
}
