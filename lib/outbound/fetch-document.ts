import { product } from '@/lib/product'
import { outbound } from '@/lib/telemetry/channels'
import packageJson from '@/package.json' with { type: 'json' }
import { etagOf, isEtag, maxAgeOf } from './caching'
import { exchange } from './exchange'
import type { ResolveName } from './resolve'
import { checkHead, essenceOf, readBytes, toText } from './response'
import { requireTarget, type Target } from './target'
import { createTurns } from './turn'

export type FetchOptions = {
  /** Media types, by comma; `application/json`, the default, also stands for what ends in +json. */
  accept?: string
  /** The largest body, in bytes; 10 kB by default. */
  maxBytes?: number
  /** For the whole exchange, from the name to the last byte, in milliseconds; 5000 by default. */
  timeoutMs?: number
  /** Local mode only: also http and https on localhost, 127.0.0.1 and [::1], at any port. */
  allowLoopback?: boolean
  /** The `etag` of the copy at hand: the answer may then be a 304. */
  etag?: string
  /** This site's origin, for the User-Agent: who reads it can tell whose server asks. */
  origin?: string
  /** Stands in for DNS, in tests. Its answers are checked like any others. */
  resolve?: ResolveName
}

export type FetchedDocument = {
  status: 200 | 304
  /** Empty for a 304. */
  text: string
  /** In lower case, without parameters. */
  contentType: string
  etag: string | null
  /** By Cache-Control, in seconds; null when it does not say, 0 when it may not be kept. */
  maxAgeSeconds: number | null
}

/**
 * Fetches a document that a stranger named: one GET by https to a public address at port 443, no
 * redirect, no cookie, no credentials. Throws only OutboundErrors. The text is hostile input.
 */
export async function fetchDocument(
  url: string,
  options: FetchOptions = {},
): Promise<FetchedDocument> {
  const { bytes, ...about } = await fetchWithin(url, options, inTurn)
  return { ...about, text: toText(bytes) }
}

/** The same for what is no text, as pictures; `accept` says which types may come. */
export async function fetchBytes(
  url: string,
  options: FetchOptions & { accept: string },
): Promise<Buffer> {
  return (await fetchWithin(url, options, inTurnOfPictures)).bytes
}

type Fetched = Omit<FetchedDocument, 'text'> & { bytes: Buffer }

/** Exchanges at once in this process, so that slow strangers cannot use up its sockets. */
export const maxRunning = 20
const inTurn = createTurns(maxRunning)
// A sign-in waits for a document, and for no picture.
const inTurnOfPictures = createTurns(maxRunning)

const fetchWithin = (url: string, options: FetchOptions, turn: typeof inTurn): Promise<Fetched> =>
  outbound.tracePromise(() => fetchInTime(url, options, turn), { to: 'document' })

async function fetchInTime(
  url: string,
  options: FetchOptions,
  turn: typeof inTurn,
): Promise<Fetched> {
  const target = requireTarget(url, options.allowLoopback ?? false)
  return turn(options.timeoutMs ?? 5000, (signal) => fetchTarget(target, options, signal))
}

async function fetchTarget(
  target: Target,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched> {
  const { accept = 'application/json', maxBytes = 10 * 1024, resolve } = options
  const etag = options.etag !== undefined && isEtag(options.etag) ? options.etag : undefined
  const headers: Record<string, string> = {
    accept,
    'accept-encoding': 'identity',
    'user-agent': userAgent(options.origin),
  }
  if (etag !== undefined) headers['if-none-match'] = etag

  const response = await exchange(target, { headers, signal, ...(resolve ? { resolve } : {}) })
  try {
    checkHead(response, { accept, maxBytes, etag })
    return {
      status: response.statusCode === 304 ? 304 : 200,
      bytes: await readBytes(response, maxBytes),
      contentType: essenceOf(response.headers),
      etag: etagOf(response.headers),
      maxAgeSeconds: maxAgeOf(response.headers),
    }
  } finally {
    response.destroy()
  }
}

// Many edges refuse an empty one.
function userAgent(origin: string | undefined): string {
  const name = `${product.platform}/${packageJson.version}`
  return origin === undefined ? name : `${name} (+${origin})`
}
