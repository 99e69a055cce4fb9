import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { countRefresh } from '@/lib/stats/refreshes'
import { isRepeated } from './refresh-token'

/** Counts how each refresh ended. */
export function watchRefreshes(provider: Provider): void {
  provider.on('grant.success', (ctx) => {
    if (isRefresh(ctx)) countRefresh(isRepeated(ctx) ? 'repeated' : 'ok')
  })
  provider.on('grant.error', (ctx) => {
    if (isRefresh(ctx))
      countRefresh(ctx.oidc.entities.RefreshToken?.consumed ? 'replayed' : 'refused')
  })
  provider.on('server_error', (ctx) => {
    if (isRefresh(ctx)) countRefresh('failed')
  })
}

const isRefresh = ({ oidc }: KoaContextWithOIDC): boolean =>
  oidc?.route === 'token' && oidc.params?.grant_type === 'refresh_token'
