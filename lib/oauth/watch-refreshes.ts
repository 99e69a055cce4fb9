import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { countRefresh, type RefreshOutcome } from '@/lib/stats/refreshes'
import { refreshes } from '@/lib/telemetry/channels'
import { isRepeated } from './refresh-token'

/** Counts how each refresh ended. */
export function watchRefreshes(provider: Provider): void {
  provider.on('grant.success', (ctx) => {
    if (isRefresh(ctx)) tell(isRepeated(ctx) ? 'repeated' : 'ok')
  })
  provider.on('grant.error', (ctx) => {
    if (isRefresh(ctx)) tell(ctx.oidc.entities.RefreshToken?.consumed ? 'replayed' : 'refused')
  })
  provider.on('server_error', (ctx) => {
    if (isRefresh(ctx)) tell('failed')
  })
}

function tell(outcome: RefreshOutcome): void {
  countRefresh(outcome)
  refreshes.publish({ outcome })
}

const isRefresh = ({ oidc }: KoaContextWithOIDC): boolean =>
  oidc?.route === 'token' && oidc.params?.grant_type === 'refresh_token'
