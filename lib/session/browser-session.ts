import { randomUUID } from 'node:crypto'
import { decode, encode } from 'next-auth/jwt'
import { readCookie } from '@/lib/cookies'
import { isActive } from '@/lib/data/active-account'
import { db, query } from '@/lib/data/db'
import type { Role } from '@/lib/data/role'
import { env } from '@/lib/env'

/** Seconds; a sign-in ends that long after it began. */
export const sessionLifetime = 30 * 24 * 3600

export type Person = {
  id: string
  name: string
  email: string
  role: Role
  locale: string | null
  emailVerified: boolean
  sessionId: string
  /** Seconds since 1970. */
  signedInAt: number
}

/** next-auth's session cookie: an encrypted JWT that names a row, without which it is worth nothing. */
export const sessionCookie = () => ({
  name: env().local ? 'latchkey.session' : '__Host-latchkey.session',
  options: {
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    secure: !env().local,
    maxAge: sessionLifetime,
  },
})

/** Starts a session; resolves to the cookie's value. */
export async function openSession(accountId: string, userAgent?: string | null): Promise<string> {
  const id = await createSession(accountId, userAgent)
  return encode({ token: { sub: accountId, sid: id }, secret: secret(), maxAge: sessionLifetime })
}

export async function createSession(accountId: string, userAgent?: string | null): Promise<string> {
  const id = randomUUID()
  const expiresAt = new Date(Date.now() + sessionLifetime * 1000)
  const browser = (userAgent ?? '').slice(0, 300)
  await db().session.create({ data: { id, accountId, userAgent: browser, expiresAt } })
  return id
}

export async function closeSession(id: string): Promise<void> {
  await db().session.deleteMany({ where: { id } })
}

/** Who is signed in in the browser that sent these cookies; null when nobody is any more. */
export async function findPerson(cookies: string): Promise<Person | null> {
  const value = readCookie(cookies, sessionCookie().name)
  if (!value) return null
  const token = await decode({ token: value, secret: secret() }).catch(() => null)
  return typeof token?.sid === 'string' ? findPersonBySession(token.sid) : null
}

export async function findPersonBySession(sessionId: string): Promise<Person | null> {
  const [row] = await query<Omit<Person, 'sessionId'> & { isStale: boolean }>(
    'session_person',
    `SELECT a."id", a."name", a."email", a."role", a."locale",
       a."emailVerifiedAt" IS NOT NULL AS "emailVerified",
       extract(epoch FROM s."createdAt")::int AS "signedInAt",
       s."lastSeenAt" < now() - interval '5 minutes' AS "isStale"
     FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
     WHERE s."id" = $1 AND s."expiresAt" > now() AND ${isActive('a')}`,
    [sessionId],
  )
  if (!row) return null
  const { isStale, ...person } = row
  if (isStale) await markSeen(sessionId)
  return { ...person, sessionId }
}

async function markSeen(sessionId: string): Promise<void> {
  await query(
    'session_seen',
    `UPDATE "Session" SET "lastSeenAt" = now() WHERE "id" = $1 AND "lastSeenAt" < now() - interval '5 minutes'`,
    [sessionId],
  )
}

export async function findBrowserSession(cookies: string) {
  const person = await findPerson(cookies)
  return person && { id: person.sessionId, accountId: person.id, signedInAt: person.signedInAt }
}

function secret(): string {
  env()
  return process.env.NEXTAUTH_SECRET as string
}
