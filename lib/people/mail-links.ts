import { type Db, db, type Tx } from '@/lib/data/db'
import type { Locale } from '@/lib/i18n/locales'
import { randomToken, sealJson, sha256, unsealJson } from '@/lib/secrets'

type Purpose = 'sign_up' | 'verify' | 'reset' | 'sign_in' | 'leave_address' | 'take_address'

/** What goes with a link; only the site can read it. */
export type Payload = {
  next?: string | null
  name?: string
  passwordHash?: string
  locale?: Locale
  /** SHA-256 of what the browser holds that asked. */
  browser?: string
  newEmail?: string
  /** SHA-256 of the token that went to the other address. */
  other?: string | null
}

export type MailLink = {
  tokenHash: string
  email: string
  accountId: string | null
  payload: Payload
}

const minutes: Record<Purpose, number> = {
  sign_up: 24 * 60,
  verify: 24 * 60,
  reset: 60,
  sign_in: 15,
  leave_address: 24 * 60,
  take_address: 24 * 60,
}

type NewLink = {
  purpose: Purpose
  email: string
  accountId: string | null
  payload?: Payload
  token?: string
}

/** Resolves to the token, which is in the mail and nowhere else. */
export async function createMailLink(link: NewLink, client: Db | Tx = db()): Promise<string> {
  const { purpose, email, accountId, payload = {}, token = randomToken() } = link
  const now = Date.now()
  await client.mailLink.deleteMany({ where: { expiresAt: { lt: new Date(now - 86_400_000) } } })
  await client.mailLink.create({
    data: {
      tokenHash: sha256(token),
      purpose,
      email,
      accountId,
      payload: sealJson(sealedFor, payload),
      expiresAt: new Date(now + minutes[purpose] * 60_000),
    },
  })
  return token
}

/** What a link is for, while it works; looking at it does not use it up. */
export async function findMailLink(
  token: string,
  purpose: Purpose,
  client: Db | Tx = db(),
): Promise<MailLink | null> {
  const row = await client.mailLink.findFirst({
    where: { tokenHash: sha256(token), purpose, usedAt: null, expiresAt: { gt: new Date() } },
  })
  if (!row) return null
  const { tokenHash, email, accountId } = row
  const payload = readPayload(row.payload)
  return payload && { tokenHash, email, accountId, payload }
}

export type SpentLink = { purpose: Purpose; wasUsed: boolean; next: string | null }

/** What a link was that does not work any more, for a day: so that a new one leads on as this did. */
export async function findSpentLink(token: string): Promise<SpentLink | null> {
  const row = await db().mailLink.findUnique({ where: { tokenHash: sha256(token) } })
  if (!row) return null
  const next = readPayload(row.payload)?.next ?? null
  return { purpose: row.purpose, wasUsed: row.usedAt !== null, next }
}

/** Null for what was sealed under another APP_SECRET: that link is too old. */
const readPayload = (sealed: string): Payload | null => unsealJson(sealedFor, sealed)

/** True for one of those who use it at the same moment. */
export async function takeMailLink(tokenHash: string, tx: Tx): Promise<boolean> {
  const { count } = await tx.mailLink.updateMany({
    where: { tokenHash, usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  })
  return count === 1
}

/** What was mailed to this person before is worth nothing any more. */
export async function dropMailLinks(accountId: string, tx: Tx): Promise<void> {
  await tx.mailLink.deleteMany({ where: { accountId } })
}

const sealedFor = 'mail link'
