import { errors, type KoaContextWithOIDC } from 'oidc-provider'
import type { Reason } from '@/lib/attempts/reasons'
import { ClientRefused } from './clients/refused'
import { notLetIn } from './not-let-in'

/** The stable reason of an authorization request that failed; null when it was the person's no. */
export function whyNotAuthorized(error: Error, ctx: KoaContextWithOIDC): Reason | null {
  if (error instanceof ClientRefused) return whyRefused(error)
  if (!(error instanceof errors.OIDCProviderError)) return 'authorize.request_refused'
  if (error.error_description === notLetIn) return 'release.not_let_in'
  if (error.error === 'invalid_request') return whyInvalid(String(error.error_description), ctx)
  const known = byError[error.error]
  return known === undefined ? 'authorize.request_refused' : known
}

const byError: Record<string, Reason | null> = {
  access_denied: null,
  invalid_client: 'client.unknown',
  // A registration that contradicts itself is never kept: this is a document.
  invalid_client_metadata: 'document.metadata_refused',
  invalid_redirect_uri: 'authorize.redirect_uri_mismatch',
  invalid_target: 'authorize.resource_refused',
  unsupported_response_type: 'authorize.response_type_refused',
  unauthorized_client: 'authorize.response_type_refused',
  login_required: 'authorize.interaction_required',
  consent_required: 'authorize.interaction_required',
  interaction_required: 'authorize.interaction_required',
}

export const whyRefused = ({ reason }: ClientRefused): Reason =>
  reason === 'not_listed' || reason === 'suspended' ? `client.${reason}` : `document.${reason}`

function whyInvalid(description: string, { oidc }: KoaContextWithOIDC): Reason {
  const { code_challenge_method: method, redirect_uri: redirectUri } = oidc.params ?? {}
  if (method !== undefined && method !== 'S256') return 'authorize.pkce_not_s256'
  if (/PKCE|code_challenge/.test(description)) return 'authorize.pkce_missing'
  return redirectUri === undefined && description.includes('redirect_uri')
    ? 'authorize.redirect_uri_missing'
    : 'authorize.request_refused'
}

/** The stable reason of a code that could not be exchanged. */
export function whyNoToken(error: Error): Reason {
  if (error instanceof ClientRefused) return whyRefused(error)
  if (!(error instanceof errors.OIDCProviderError)) return 'token.request_refused'
  if (error.error === 'invalid_grant') return whyInvalidGrant(error)
  return byTokenError[error.error] ?? 'token.request_refused'
}

const byTokenError: Record<string, Reason> = {
  invalid_client: 'token.client_refused',
  invalid_target: 'token.resource_refused',
  unsupported_grant_type: 'token.grant_refused',
  unauthorized_client: 'token.grant_refused',
}

// oidc-provider tells the client "grant request is invalid" and keeps the cause for its operator.
function whyInvalidGrant(error: errors.OIDCProviderError): Reason {
  const detail = `${error.error_detail ?? ''} ${(error.cause as Error | undefined)?.message ?? ''}`
  if (detail.includes('expired')) return 'token.code_expired'
  if (detail.includes('consumed')) return 'token.code_used'
  if (detail.includes('redirect_uri')) return 'token.redirect_uri_mismatch'
  if (detail.includes('code_verifier') || detail.includes('code_challenge')) {
    return 'token.verifier_mismatch'
  }
  return detail.includes('client mismatch') ? 'token.client_refused' : 'token.code_unknown'
}
