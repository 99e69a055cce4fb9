import { isActive } from '@/lib/data/active-account'
import { createChangeFeed } from '@/lib/data/changes'
import { query } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { sha256 } from '@/lib/secrets'
import { keyPrefix } from './keys'
import { countUnknown, requirePatience } from './unknown-keys'

/** Who calls by a key: `grantId` is the key's id, in the place of a connection's. */
export type KeyCaller = {
  accountId: string
  clientId: string
  grantId: string
  scopes: ReadonlySet<string>
}

const cacheSize = 10_000
/** Milliseconds; then it is read anew, so that a key whose row is gone is not remembered for ever. */
const longestRemembered = 10 * 60_000

type Known = { caller: KeyCaller; until: number }

const verified = new Map<string, Known>()
const hashOfKey = new Map<string, string>()

const syncKeys = createChangeFeed(
  'keys_changed_since',
  `SELECT "id" FROM "ApiKey" WHERE "revokedAt" > $1
   UNION ALL SELECT k."id" FROM "ApiKey" k JOIN "Account" a ON a."id" = k."accountId"
   WHERE a."suspendedAt" > $1`,
  (id) => forget(hashOfKey.get(id)),
)

export const isKey = (token: string): boolean => token.startsWith(keyPrefix)

/**
 * Who holds this key. It is remembered, but never longer than 0.4 s past its end. `place` is the
 * address that it comes from: one that sends many keys that there are not has to wait.
 * Throws PublicError `invalid_token` or `too_many_requests`.
 */
export async function verifyKey(key: string, place: string): Promise<KeyCaller> {
  if (!/^lk_[\w-]{43}$/.test(key)) throw invalid()
  await syncKeys()
  const hash = sha256(key)
  const known = verified.get(hash)
  if (known && known.until > Date.now()) return known.caller
  forget(hash)
  requirePatience(place)
  const found = await find(hash)
  if (!found) {
    await countUnknown(place)
    throw invalid()
  }
  remember(hash, found)
  return found.caller
}

async function find(hash: string): Promise<Known | null> {
  const [row] = await query<{ id: string; accountId: string; scopes: string[]; expiresAt: Date }>(
    'key_find',
    `SELECT k."id", k."accountId", k."scopes", k."expiresAt" FROM "ApiKey" k
     JOIN "Account" a ON a."id" = k."accountId" AND ${isActive('a')}
     WHERE k."hash" = $1 AND k."revokedAt" IS NULL AND k."expiresAt" > now()`,
    [hash],
  )
  if (!row) return null
  const { id, accountId, scopes, expiresAt } = row
  return {
    caller: { accountId, clientId: 'key', grantId: id, scopes: new Set(scopes) },
    until: Math.min(expiresAt.getTime(), Date.now() + longestRemembered),
  }
}

function remember(hash: string, known: Known): void {
  if (verified.size >= cacheSize) forget(verified.keys().next().value)
  verified.set(hash, known)
  hashOfKey.set(known.caller.grantId, hash)
}

function forget(hash: string | undefined): void {
  const known = hash === undefined ? undefined : verified.get(hash)
  if (hash === undefined || !known) return
  verified.delete(hash)
  hashOfKey.delete(known.caller.grantId)
}

const invalid = () =>
  new PublicError('invalid_token', 'The key is wrong, has expired or was ended.')
