import Provider from 'oidc-provider'
import { toPlace } from '@/lib/attempts/place'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { OutboundError } from '@/lib/outbound/errors'
import { fetchDocument } from '@/lib/outbound/fetch-document'
import { type Copy, findCopy, keepCopy, keepPinned, noteFailure } from './kept-documents'
import { countAt, type PlaceLimit } from './place-limit'

export type DocumentKind = {
  name: 'client' | 'keys'
  maxBytes: number
  /** Seconds, the longest that a copy is taken without asking. */
  freshAtMost: number
  /** Seconds a copy still serves when its host does not answer; a listed client's for ever. */
  goodFor: number
  /** Whether a stale copy serves while a new one is fetched, or only when none can be had. */
  staleWhileRenewed: boolean
  /** Throws for a text that is not what stands at such an address; it is never kept. */
  check: (url: string, text: string) => void
}

/**
 * The document at `url`: the kept copy, renewed in the background once it is not fresh any more, or
 * fetched now where there is none. Throws an OutboundError or what `kind.check` throws.
 */
export function loadDocument(url: string, kind: DocumentKind): Promise<string> {
  const request: object | undefined = Provider.ctx
  if (!request) return load(url, kind)
  // One request asks for its client several times: a document that fails is asked for once.
  const asked = askedFor.get(request) ?? new Map<string, Promise<string>>()
  askedFor.set(request, asked)
  const key = `${kind.name} ${url}`
  const answer = asked.get(key) ?? load(url, kind)
  asked.set(key, answer)
  return answer
}

const askedFor = new WeakMap<object, Map<string, Promise<string>>>()

async function load(url: string, kind: DocumentKind): Promise<string> {
  const copy = (await findCopy(url, kind)) ?? (await keepPinned(url, kind))
  if (copy?.isFresh) return copy.text
  const renewed = renew(url, kind, copy)
  if (!copy?.isGood) return renewed
  const kept = renewed.catch(() => copy.text)
  return kind.staleWhileRenewed ? copy.text : kept
}

/** New documents that one place can make this server fetch. */
const perPlace: PlaceLimit = { name: 'fetch', points: 10, here: 600, seconds: 60 }

async function requireTurn(forwardedFor: string | undefined): Promise<void> {
  const wait = await countAt(perPlace, toPlace(forwardedFor).address)
  if (wait > 0) throw new OutboundError('busy')
}

const running = new Map<string, Promise<string>>()
/** A host that does not answer must not hold up the others. */
const mostPerHost = 3

/** One fetch a document at a time, whoever waits for it. */
function renew(url: string, kind: DocumentKind, copy: Copy | null): Promise<string> {
  const key = `${kind.name} ${url}`
  const known = running.get(key)
  if (known) return known
  const { host } = new URL(url)
  const isHost = (one: string) => new URL(one.slice(one.indexOf(' ') + 1)).host === host
  if ([...running.keys()].filter(isHost).length >= mostPerHost) {
    return Promise.reject(new OutboundError('busy'))
  }
  const fetched = fetchAndKeep(url, kind, copy).finally(() => running.delete(key))
  running.set(key, fetched)
  return fetched
}

async function fetchAndKeep(url: string, kind: DocumentKind, copy: Copy | null): Promise<string> {
  try {
    if (!copy) {
      await requireTurn(Provider.ctx?.get('x-forwarded-for'))
      // Somebody may have fetched it since this was asked for.
      const kept = await findCopy(url, kind)
      if (kept?.isFresh) return kept.text
    }
    const fetched = await fetchDocument(url, {
      maxBytes: kind.maxBytes,
      allowLoopback: env().local,
      origin: env().origin,
      ...(copy?.etag && { etag: copy.etag }),
    })
    const text = fetched.status === 304 && copy ? copy.text : fetched.text
    kind.check(url, text)
    const { etag, maxAgeSeconds } = fetched
    // Written anew: a number may be longer than the database reads.
    await keepCopy(url, kind, { text: JSON.stringify(JSON.parse(text)), etag, maxAgeSeconds })
    return text
  } catch (error) {
    const reason = error instanceof OutboundError ? error.reason : 'refused'
    log.warn(`${kind.name} document not renewed`, error, { reason, host: new URL(url).host })
    // That this server is busy, or that a document lies, says nothing of its host.
    if (error instanceof OutboundError && reason !== 'busy') await noteFailure(url, kind, reason)
    throw error
  }
}
