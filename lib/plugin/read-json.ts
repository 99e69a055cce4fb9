import type { ServerRequest } from 'srvx'
import { PublicError } from '@/lib/errors'

const limit = 100_000

/** The JSON object of a request's body, at most 100 kB; an empty body is an empty object. */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const value = await readBody(request)
  if (value === undefined) return {}
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PublicError('invalid_request', 'The body must be a JSON object.')
  }
  return value as Record<string, unknown>
}

/** Whatever JSON stands in a request's body, at most 100 kB; undefined where there is none. */
export async function readBody(request: Request): Promise<unknown> {
  const bytes = await readBytes(request)
  if (bytes.length === 0) return undefined
  const type = request.headers.get('content-type') ?? 'application/json'
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new PublicError('unsupported_media_type', 'Send the body as application/json.')
  }
  return parse(bytes)
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new PublicError('invalid_request', 'The body is not valid JSON.', { cause })
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length')) > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of chunksOf(request)) {
      size += chunk.length
      // The length may be missing or wrong: what is read is what counts.
      if (size > limit) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (cause) {
    if (cause instanceof PublicError) throw cause
    throw new PublicError('invalid_request', 'The body ended too early.', { cause })
  }
  return Buffer.concat(chunks)
}

// From node:http straight: a web stream around its stream costs more than all the rest of a call.
function chunksOf(request: ServerRequest): AsyncIterable<Uint8Array> {
  const incoming = request.runtime?.node?.req
  // The connection stays: a refusal has to go out on it.
  if (incoming) return incoming.iterator({ destroyOnReturn: false })
  return (request.body as AsyncIterable<Uint8Array> | null) ?? nothing
}

const nothing: AsyncIterable<Uint8Array> = {
  async *[Symbol.asyncIterator]() {},
}

const tooLarge = () => new PublicError('payload_too_large', 'Send at most 100 kB.')
