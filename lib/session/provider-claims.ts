import { cleanName } from '@/lib/clean-name'
import { normalizeEmail } from '@/lib/people/email'
import type { Identity } from '@/lib/people/identities'

export type Claims = Record<string, unknown>

/** Everything in it was written by somebody else; null when it names nobody. */
export function toIdentity(issuer: string, claims: Claims): Identity | null {
  const { sub } = claims
  if (typeof sub !== 'string' || !sub || sub.length > 255) return null
  const email = toVerifiedEmail(claims)
  const known = clean(claims.preferred_username) || clean(claims.name)
  return {
    issuer,
    subject: sub,
    email,
    name: clean(claims.name) || clean(claims.preferred_username) || clean(email?.split('@')[0]),
    hint: email ?? known,
  }
}

export function toVerifiedEmail({ email, email_verified }: Claims): string | null {
  // Some providers send the word.
  const verified = email_verified === true || email_verified === 'true'
  return verified && typeof email === 'string' ? normalizeEmail(email) : null
}

/** A name that fits where people's names stand. */
function clean(name: unknown): string {
  if (typeof name !== 'string') return ''
  return cleanName(name)
    .slice(0, 80)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}
