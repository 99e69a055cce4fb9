import type { AccountClaims } from 'oidc-provider'
import { db } from '@/lib/data/db'

/** OpenID Connect Core §5.1 claims; the authorization server keeps those that were granted. */
export async function accountClaims(accountId: string): Promise<AccountClaims> {
  const account = await db().account.findUnique({ where: { id: accountId } })
  if (!account) return { sub: accountId }
  return {
    sub: account.id,
    name: account.name,
    email: account.email,
    email_verified: account.emailVerifiedAt !== null,
  }
}
