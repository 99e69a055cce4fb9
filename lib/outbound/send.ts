import type { IncomingMessage } from 'node:http'
import { OutboundError } from './errors'
import { exchange } from './exchange'
import type { ResolveName } from './resolve'
import { requireTarget } from './target'
import { createTurns } from './turn'

export type Sending = {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'
  url: string
  /** In lower case. `host`, `connection` and `content-length` are set here. */
  headers: Record<string, string>
  body?: string
}

export type SendOptions = {
  /** For the whole exchange, from the name to the last byte, in milliseconds. */
  timeoutMs: number
  /** Of the answer's body, in bytes. */
  maxBytes: number
  /** Local mode only: also http and https on localhost, 127.0.0.1 and [::1], at any port. */
  allowLoopback: boolean
  /** Whether what came so far is all that is wanted: a stream that stays open is left then. */
  isEnough?: (textSoFar: string) => boolean
  /** Stands in for DNS, in tests. Its answers are checked like any others. */
  resolve?: ResolveName
}

export type Answer = {
  status: number
  /** In lower case; several of one name are joined by a comma. */
  headers: Record<string, string>
  bytes: Buffer
}

/**
 * Sends what a host sends to a plugin that a person named: any method, under the same rules for
 * addresses as every document that is fetched. No redirect is followed and no status is an error:
 * what an answer means is the caller's to say. Throws only OutboundErrors. The answer is hostile input.
 */
export function send(sending: Sending, options: SendOptions): Promise<Answer> {
  return inTurn(options.timeoutMs, async (signal) => {
    const target = requireTarget(sending.url, options.allowLoopback)
    const { method, body } = sending
    const response = await exchange(target, {
      method,
      headers: {
        ...sending.headers,
        'accept-encoding': 'identity',
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      },
      signal,
      ...(body !== undefined && { body }),
      ...(options.resolve && { resolve: options.resolve }),
    })
    try {
      // Identity was asked for: what is still compressed is a mistake or a bomb.
      if ((response.headers['content-encoding'] ?? 'identity') !== 'identity') {
        throw new OutboundError('content_type')
      }
      return {
        status: response.statusCode ?? 0,
        headers: toRecord(response),
        bytes: await readWanted(response, options),
      }
    } finally {
      response.destroy()
    }
  })
}

/** Fewer than all sockets, and none of those that sign-ins need. */
export const maxSending = 40
const inTurn = createTurns(maxSending)

async function readWanted(
  response: IncomingMessage,
  { maxBytes, isEnough }: SendOptions,
): Promise<Buffer> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    throw new OutboundError('too_large')
  }
  const chunks: Buffer[] = []
  let size = 0
  let lookedAt = 0
  let looks = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new OutboundError('too_large')
    chunks.push(chunk)
    // After each piece, as long as those are few: all that came is read anew each time.
    if (isEnough === undefined || (looks > 500 && size - lookedAt < 16_384)) continue
    lookedAt = size
    looks += 1
    if (isEnough(Buffer.concat(chunks).toString('utf8'))) break
  }
  return Buffer.concat(chunks)
}

const toRecord = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
