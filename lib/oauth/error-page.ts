import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { toEntities } from '@/lib/entities'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import { directionOf, type Locale } from '@/lib/i18n/locales'
import { translate } from '@/lib/i18n/translate'
import { languageCookie } from '@/lib/language-cookies'
import { getName } from '@/lib/listing/listing'
import { requestId } from '@/lib/request-id'
import { ClientRefused } from './clients/refused'

/**
 * Shown where the person cannot be sent back, for example because the redirect address is not the
 * client's. Holds no word that came with the request.
 */
export const renderError: Configuration['renderError'] = async (ctx, out, error) => {
  ctx.type = 'html'
  ctx.set(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  )
  // A refusal's words are ours: they name a rule, never what the client wrote.
  const told = error instanceof ClientRefused ? error.told : null
  ctx.body = page({ locale: localeOf(ctx), error: out.error, told, product: await getName() })
}

/** As the pages of the site choose it; who is signed in is not asked where something went wrong. */
const localeOf = (ctx: KoaContextWithOIDC): Locale =>
  chooseLocale({
    uiLocales: String(ctx.query.ui_locales ?? ''),
    chosen: ctx.cookies.get(languageCookie()),
    acceptLanguage: ctx.get('accept-language'),
  })

const reasons = [
  'invalid_client',
  'invalid_client_metadata',
  'invalid_target',
  'invalid_redirect_uri',
  'invalid_request',
  'session_not_found',
  'server_error',
] as const

const toReason = (error: string) => reasons.find((reason) => reason === error) ?? 'other'

type Content = { locale: Locale; error: string; told: string | null; product: string }

function page({ locale, error, told, product }: Content): string {
  const t = translate(locale, 'refused')
  const code = error.replace(/[^a-z_]/g, '')
  const asked = requestId()
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${t('title')} · ${toEntities(product)}</title>
<style>
:root { color-scheme: light dark; --page: #f5f7f4; --card: #fff; --line: #d9dfda; --ink: #16211d; --soft: #52605a; --brand: #0f5a46 }
@media (prefers-color-scheme: dark) { :root { --page: #0d1311; --card: #141c19; --line: #26312c; --ink: #e8eeea; --soft: #a3b0aa; --brand: #74d3b1 } }
body { margin: 0; padding: 3rem 1rem; background: var(--page); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif }
main { max-width: 26rem; margin: 0 auto; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; letter-spacing: -.01em }
a { color: var(--brand) }
small { color: var(--soft) }
</style>
</head>
<body>
<main>
<h1>${t('title')}</h1>
<p>${t(`why.${toReason(error)}`)}</p>
${told ? `<p>${t('forThem')} <bdi lang="en">${told}</bdi></p>` : ''}
<p><a href="/">${toEntities(t('home', { product }))}</a> · <a href="/support">${t('help')}</a></p>
<small>${t('code', { code })}${asked ? `<br>${t('request', { id: asked })}` : ''}</small>
</main>
</body>
</html>`
}
