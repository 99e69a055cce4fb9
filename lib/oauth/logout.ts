import type { KoaContextWithOIDC } from 'oidc-provider'
import { isOpen } from './clients/find-client'
import { sealLogoutRequest } from './logout-request'

/**
 * OpenID Connect RP-Initiated Logout 1.0 §2: what was asked has been checked when this is called.
 * The sign-in is the site's own, so its page asks the person and ends it.
 */
export async function sendToSignOut(ctx: KoaContextWithOIDC): Promise<void> {
  const { state } = ctx.oidc.session as unknown as { state: State }
  const request = sealLogoutRequest({
    clientName: ctx.oidc.client?.clientName ?? null,
    next:
      isTrusted(ctx) && state.postLogoutRedirectUri
        ? withState(state.postLogoutRedirectUri, state.state)
        : null,
  })
  ctx.status = 303
  ctx.redirect(`/sign-out?request=${request}`)
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
