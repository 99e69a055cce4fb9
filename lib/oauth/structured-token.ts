import type { AdapterPayload } from 'oidc-provider'
import { env } from '@/lib/env'
import { PublicError } from '@/lib/errors'
import { verifyAccessToken } from './access-token'
import { resources } from './resources'

/**
 * oidc-provider refuses to revoke or introspect anything that looks like a JWT, for it stores
 * none. A host's Disconnect may send just that token, so it travels with tildes for dots and is
 * read back here from its own signed words.
 */
export const disguise = (token: string): string => token.replaceAll('.', '~')

export const isStructured = (token: string): boolean => /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(token)

export async function readStructuredToken(disguised: string): Promise<AdapterPayload | undefined> {
  if (!disguised.includes('~')) return undefined
  try {
    const token = await verifyAccessToken(disguised.replaceAll('~', '.'), resources())
    return {
      jti: disguised,
      kind: 'AccessToken',
      accountId: token.accountId,
      clientId: token.clientId,
      grantId: token.grantId,
      scope: [...token.scopes].join(' '),
      aud: token.resource,
      iss: env().origin,
      iat: token.issuedAt,
      exp: token.expiresAt,
    } as AdapterPayload
  } catch (error) {
    if (error instanceof PublicError) return undefined
    throw error
  }
}
