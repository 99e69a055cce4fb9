import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { env } from '@/lib/env'
import { matchLocales } from '@/lib/i18n/choose-locale'
import { uiLocalesCookie } from '@/lib/language-cookies'

/**
 * OpenID Connect Core §3.1.2.1: the pages of a request are in the language it asks for, sign-in and
 * sign-up included, and only while it lasts.
 */
export function followUiLocales(provider: Provider): void {
  provider.on('interaction.started', (ctx) => {
    write(ctx, matchLocales(String(ctx.oidc.params?.ui_locales ?? '')))
  })
  provider.on('authorization.success', (ctx) => write(ctx, null))
  provider.on('authorization.error', (ctx) => write(ctx, null))
}

function write(ctx: KoaContextWithOIDC, locale: string | null): void {
  const name = uiLocalesCookie()
  if (!locale && !ctx.cookies.get(name)) return
  ctx.cookies.set(name, locale, {
    maxAge: 3600_000,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: !env().local,
    signed: false,
    overwrite: true,
  })
}
