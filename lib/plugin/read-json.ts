import { PublicError } from '@/lib/errors'

const limit = 100_000

/** The JSON object of a request's body, at most 100 kB; an empty body is an empty object. */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request)
  if (bytes.length === 0) return {}
  const type = request.headers.get('content-type') ?? 'application/json'
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new PublicError('unsupported_media_type', 'Send the body as application/json.')
  }
  const value = parse(bytes)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PublicError('invalid_request', 'The body must be a JSON object.')
  }
  return value as Record<string, unknown>
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new PublicError('invalid_request', 'The body is not valid JSON.', { cause })
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    // The length may be missing or wrong: what is read is what counts.
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const tooLarge = () => new PublicError('payload_too_large', 'Send at most 100 kB.')
