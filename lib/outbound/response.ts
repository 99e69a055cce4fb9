import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { OutboundError } from './errors'

/** Refuses an answer by its head, before any of the body is read. */
export function checkHead(
  { statusCode: status = 0, headers }: IncomingMessage,
  expected: { accept: string; maxBytes: number; etag: string | undefined },
): void {
  if (status === 304 && expected.etag !== undefined) return
  if (status >= 300 && status < 400 && status !== 304) {
    throw new OutboundError('redirect', { status })
  }
  if (status !== 200) throw new OutboundError('status', { status })
  // Identity was asked for: what is still compressed is a mistake or a bomb.
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new OutboundError('content_type')
  }
  if (!isAccepted(essenceOf(headers), expected.accept)) throw new OutboundError('content_type')
  if (Number(headers['content-length'] ?? 0) > expected.maxBytes) {
    throw new OutboundError('too_large')
  }
}

/** The body: at most `maxBytes`. */
export async function readBytes(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new OutboundError('too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Throws unless it is valid UTF-8. */
export function toText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new OutboundError('content_type')
  }
}

/** The media type in lower case, without parameters; empty when there is none. */
export function essenceOf(headers: IncomingHttpHeaders): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

// RFC 6839 §3.1: what ends in +json is JSON, for instance application/jwk-set+json.
function isAccepted(essence: string, accept: string): boolean {
  const types = accept.split(',').map((type) => type.split(';')[0]?.trim().toLowerCase())
  if (types.includes(essence)) return true
  return types.includes('application/json') && /^application\/[\w.-]+\+json$/.test(essence)
}
