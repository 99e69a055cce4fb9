import type { KoaContextWithOIDC } from 'oidc-provider'
import { seal, unseal } from '@/lib/secrets'
import { isOpen } from './clients/find-client'

/** Where a person goes who was sent here to sign out; null where nobody said. */
export type LogoutRequest = { clientName: string | null; next: string | null }

const purpose = 'logout request'
const lifetime = 3600_000

/**
 * OpenID Connect RP-Initiated Logout 1.0 §2: what was asked has been checked when this is called.
 * The sign-in is the site's own, so its page asks the person and ends it.
 */
export async function sendToSignOut(ctx: KoaContextWithOIDC): Promise<void> {
  const { state } = ctx.oidc.session as unknown as { state: State }
  const request: LogoutRequest & { until: number } = {
    clientName: ctx.oidc.client?.clientName ?? null,
    next:
      isTrusted(ctx) && state.postLogoutRedirectUri
        ? withState(state.postLogoutRedirectUri, state.state)
        : null,
    until: Date.now() + lifetime,
  }
  ctx.status = 303
  ctx.redirect(`/sign-out?request=${seal(purpose, JSON.stringify(request))}`)
}

// Anybody can register an address; only who was linked here holds an ID token of ours.
const isTrusted = ({ oidc }: KoaContextWithOIDC): boolean =>
  'IdTokenHint' in oidc.entities || (oidc.client !== undefined && !isOpen(oidc.client.clientId))

type State = { postLogoutRedirectUri?: string; state?: string }

function withState(uri: string, state: string | undefined): string {
  if (state === undefined) return uri
  const url = new URL(uri)
  url.searchParams.set('state', state)
  return url.href
}

/** Null unless this server made it within the last hour: nobody else can name where to go on to. */
export function readLogoutRequest(sealed: unknown): LogoutRequest | null {
  if (typeof sealed !== 'string') return null
  try {
    const { until, ...request } = JSON.parse(unseal(purpose, sealed))
    return until > Date.now() ? request : null
  } catch {
    return null
  }
}
