import { removeSome, type Swept } from '@/lib/data/bounded'
import { query } from '@/lib/data/db'
import type { DocumentKind } from './documents'
import { isKnownVendor, pinnedDocument, takenAt } from './pinned'
import { isStopped } from './suspension'

/** A document as it was when it could last be had. */
export type Copy = { text: string; etag: string | null; isFresh: boolean; isGood: boolean }

export async function findCopy(url: string, kind: DocumentKind): Promise<Copy | null> {
  const [copy] = await query<Copy>(
    'document_find',
    `SELECT "text", "etag", "freshUntil" > now() AS "isFresh",
       ("listed" OR "takenAt" > now() - make_interval(secs => $3)) AS "isGood"
     FROM "ClientDocument" WHERE "kind" = $1 AND "url" = $2`,
    [kind.name, url, kind.goodFor],
  )
  return copy ?? null
}

export async function keepPinned(url: string, kind: DocumentKind): Promise<Copy | null> {
  const text = kind.name === 'client' ? pinnedDocument(url) : undefined
  if (!text) return null
  await query(
    'document_keep_pinned',
    `INSERT INTO "ClientDocument" ("kind", "url", "text", "takenAt", "freshUntil", "listed")
     VALUES ('client', $1, $2, $3, $3, true) ON CONFLICT DO NOTHING`,
    [url, text, takenAt],
  )
  return { text, etag: null, isFresh: false, isGood: true }
}

/** Seconds a copy counts as fresh, whatever its headers say. */
const freshAtLeast = 60

type Fetched = { text: string; etag: string | null; maxAgeSeconds: number | null }

export const keepCopy = (url: string, kind: DocumentKind, fetched: Fetched): Promise<unknown[]> =>
  query(
    'document_keep',
    `INSERT INTO "ClientDocument" ("kind", "url", "text", "etag", "takenAt", "freshUntil", "listed")
     VALUES ($1, $2, $3, $4, now(), now() + make_interval(secs => $5), $6)
     ON CONFLICT ("kind", "url") DO UPDATE SET "text" = $3, "etag" = $4, "takenAt" = now(),
       "freshUntil" = now() + make_interval(secs => $5), "usedAt" = now(), "lastError" = NULL`,
    [
      ...[kind.name, url, fetched.text, fetched.etag],
      Math.min(Math.max(fetched.maxAgeSeconds ?? freshAtLeast, freshAtLeast), kind.freshAtMost),
      kind.name === 'client' && isKnownVendor(url),
    ],
  )

/** The next try waits a while: a host that is down is not asked at each sign-in. */
export const noteFailure = (url: string, kind: DocumentKind, reason: string): Promise<unknown[]> =>
  query(
    'document_failed',
    `UPDATE "ClientDocument" SET "lastError" = $3, "freshUntil" = now() + interval '5 minutes'
     WHERE "kind" = $1 AND "url" = $2
       AND ("listed" OR "takenAt" > now() - make_interval(secs => $4))`,
    [kind.name, url, reason, kind.goodFor],
  )

/** Strangers' documents that came to nothing, a day later; one that is stopped stays, to be let in again. */
export const sweepDocuments = (): Promise<Swept> =>
  removeSome('sweep_documents', 'ClientDocument', {
    condition: `NOT "listed" AND "usedAt" < now() - interval '1 day'
     AND NOT EXISTS (SELECT 1 FROM "Grant" g WHERE g."clientId" = "ClientDocument"."url"
       AND g."revokedAt" IS NULL AND g."expiresAt" > now())
     AND NOT ${isStopped('"ClientDocument"."url"')}`,
  })
