import type { Configuration } from 'oidc-provider'
import { log } from '@/lib/log'
import { product } from '@/lib/product'
import { ClientRefused } from './clients/refused'

/**
 * Shown where the person cannot be sent back, for example because the redirect address is not the
 * client's. Holds no word that came with the request.
 */
export const renderError: Configuration['renderError'] = (ctx, out, error) => {
  if (ctx.status >= 500) log.error('authorization server failed', error)
  ctx.type = 'html'
  ctx.set(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  )
  const text = explain[out.error] ?? explain.other ?? ''
  // A refusal's words are ours: they name a rule, never what the client wrote.
  const reason = error instanceof ClientRefused ? error.told : null
  ctx.body = page(text, reason, out.error)
}

const explain: Record<string, string> = {
  invalid_client:
    'The app that sent you here is not known to us. Remove it in your assistant and add it again.',
  invalid_client_metadata:
    'The app that sent you here cannot be let in. Nothing was shared. Tell whoever makes the app.',
  invalid_target:
    'The app did not say, or said wrongly, what it wants to be connected to. Remove it in your assistant and add it again.',
  invalid_redirect_uri:
    'The app asked us to send you to an address that is not registered for it. Nothing was shared. If you run this app, register the exact address.',
  invalid_request: 'The app sent a request that we cannot read. Start again from your assistant.',
  session_not_found:
    'This request has expired or was opened in another browser. Start again from your assistant.',
  server_error:
    'Something went wrong on our side. Wait a moment and start again from your assistant.',
  other: 'We could not finish connecting the app. Start again from your assistant.',
}

const page = (text: string, reason: string | null, code: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Could not connect · ${product.name}</title>
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
<h1>Could not connect</h1>
<p>${text}</p>
${reason ? `<p>For them: ${reason}</p>` : ''}
<p><a href="/">Go to ${product.name}</a> · <a href="/support">Get help</a></p>
<small>Code: ${code.replace(/[^a-z_]/g, '')}</small>
</main>
</body>
</html>`
