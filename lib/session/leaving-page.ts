import { toEntities } from '@/lib/entities'
import { directionOf } from '@/lib/i18n/locales'
import { getLocale, getTranslator } from './locale'

/**
 * Answers a form with a page that leads on by itself. Chromium holds form-action against every
 * redirect that follows a form, and nobody here knows through which sites a provider leads.
 */
export async function leadOn(name: string, location: string, cookies: string[]): Promise<Response> {
  const t = await getTranslator('gettingIn')
  const locale = await getLocale()
  const [title, text] = [t('leaving.title', { name }), t('leaving.link')].map(toEntities)
  const address = toEntities(location)
  const page = `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0;url=${address}"><title>${title}</title></head>
<body><p>${title} <a href="${address}">${text}</a></p></body></html>`
  return new Response(page, {
    headers: [
      ['content-type', 'text/html; charset=utf-8'],
      ['cache-control', 'no-store'],
      ...cookies.map((cookie): [string, string] => ['set-cookie', cookie]),
    ],
  })
}
