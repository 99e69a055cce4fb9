import { query } from '@/lib/data/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { OutboundError } from '@/lib/outbound/errors'
import { type FetchedDocument, fetchDocument } from '@/lib/outbound/fetch-document'
import { isKnownVendor, pinnedDocument, takenAt } from './pinned'

export type DocumentKind = {
  maxBytes: number
  /** Seconds, the longest that a copy is taken without asking. */
  freshAtMost: number
  /** Whether a stale copy serves while a new one is fetched, or only when none can be had. */
  staleWhileRenewed: boolean
  /** Throws for a text that is not what stands at such an address; it is never kept. */
  check: (url: string, text: string) => void
}

/** Seconds a copy counts as fresh, whatever its headers say. */
const freshAtLeast = 60
/** Seconds a copy of a stranger's document still serves when its host does not answer. */
const goodFor = 7 * 24 * 3600

type Copy = { text: string; etag: string | null; isFresh: boolean; isGood: boolean }

/**
 * The document at `url`: the kept copy, renewed in the background once it is not fresh any more, or
 * fetched now where there is none. Throws an OutboundError or what `kind.check` throws.
 */
export async function loadDocument(url: string, kind: DocumentKind): Promise<string> {
  const copy = (await findCopy(url)) ?? (await keepPinned(url))
  if (copy?.isFresh) return copy.text
  const renewed = renew(url, kind, copy)
  if (!copy?.isGood) return renewed
  const kept = renewed.catch(() => copy.text)
  return kind.staleWhileRenewed ? copy.text : kept
}

async function findCopy(url: string): Promise<Copy | null> {
  const [copy] = await query<Copy>(
    'document_find',
    `SELECT "text", "etag", "freshUntil" > now() AS "isFresh",
       ("listed" OR "takenAt" > now() - make_interval(secs => $2)) AS "isGood"
     FROM "ClientDocument" WHERE "url" = $1`,
    [url, goodFor],
  )
  return copy ?? null
}

async function keepPinned(url: string): Promise<Copy | null> {
  const text = pinnedDocument(url)
  if (!text) return null
  await query(
    'document_keep_pinned',
    `INSERT INTO "ClientDocument" ("url", "text", "takenAt", "freshUntil", "listed")
     VALUES ($1, $2, $3, $3, true) ON CONFLICT ("url") DO NOTHING`,
    [url, text, takenAt],
  )
  return { text, etag: null, isFresh: false, isGood: true }
}

const running = new Map<string, Promise<string>>()

/** What failed is not asked for again for a moment, however many requests name it. */
const failed = new Map<string, { error: unknown; until: number }>()
const failedFor = 5000
const mostFailed = 1000

/** One fetch a document at a time, whoever waits for it. */
function renew(url: string, kind: DocumentKind, copy: Copy | null): Promise<string> {
  const known = running.get(url)
  if (known) return known
  const failure = failed.get(url)
  if (failure && failure.until > Date.now()) return Promise.reject(failure.error)
  const fetched = fetchAndKeep(url, kind, copy).finally(() => running.delete(url))
  running.set(url, fetched)
  return fetched
}

async function fetchAndKeep(url: string, kind: DocumentKind, copy: Copy | null): Promise<string> {
  try {
    const fetched = await fetchDocument(url, {
      maxBytes: kind.maxBytes,
      allowLoopback: env().local,
      origin: env().origin,
      ...(copy?.etag && { etag: copy.etag }),
    })
    const text = fetched.status === 304 && copy ? copy.text : fetched.text
    kind.check(url, text)
    await keep(url, text, fetched, kind.freshAtMost)
    return text
  } catch (error) {
    const reason = error instanceof OutboundError ? error.reason : 'refused'
    log.warn(`client document not renewed: ${reason}`, new URL(url).host)
    await noteFailure(url, reason)
    if (failed.size >= mostFailed) failed.clear()
    failed.set(url, { error, until: Date.now() + failedFor })
    throw error
  }
}

const keep = (url: string, text: string, fetched: FetchedDocument, freshAtMost: number) =>
  query(
    'document_keep',
    `INSERT INTO "ClientDocument" ("url", "text", "etag", "takenAt", "freshUntil", "listed")
     VALUES ($1, $2, $3, now(), now() + make_interval(secs => $4), $5)
     ON CONFLICT ("url") DO UPDATE SET "text" = $2, "etag" = $3, "takenAt" = now(),
       "freshUntil" = now() + make_interval(secs => $4), "usedAt" = now(), "lastError" = NULL`,
    [
      url,
      text,
      fetched.etag,
      Math.min(Math.max(fetched.maxAgeSeconds ?? freshAtLeast, freshAtLeast), freshAtMost),
      isKnownVendor(url),
    ],
  )

// The next try waits a while: a host that is down is not asked at each sign-in.
const noteFailure = (url: string, reason: string) =>
  query(
    'document_failed',
    `UPDATE "ClientDocument" SET "lastError" = $2, "usedAt" = now(),
       "freshUntil" = now() + interval '5 minutes'
     WHERE "url" = $1 AND ("listed" OR "takenAt" > now() - make_interval(secs => $3))`,
    [url, reason, goodFor],
  )

/** Strangers' documents that nothing asked for in a while; a connection asks at each refresh. */
export const sweepDocuments = (): Promise<unknown[]> =>
  query(
    'sweep_documents',
    `DELETE FROM "ClientDocument" WHERE NOT "listed" AND "usedAt" < now() - interval '90 days'`,
    [],
  )
