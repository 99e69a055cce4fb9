import { isFromThisSite, seeOther } from '@/app/same-site'
import { env } from '@/lib/env'
import { matchLocales } from '@/lib/i18n/choose-locale'
import { chooseLanguage } from '@/lib/session/locale'
import { safeNext } from '@/lib/session/next-path'

/** The language switch of the footer; leads back to the page on which it stands. */
export async function POST(request: Request): Promise<Response> {
  const form = isFromThisSite(request) ? await request.formData().catch(() => null) : null
  const wanted = form?.get('language')
  const locale = typeof wanted === 'string' ? matchLocales(wanted) : null
  if (locale) await chooseLanguage(locale)
  return seeOther(toPath(request.headers.get('referer')) ?? '/')
}

// The footer does not know its page; the browser does (RFC 9110 §10.1.3).
function toPath(referer: string | null): string | null {
  if (!referer || !URL.canParse(referer)) return null
  const { origin, pathname, search } = new URL(referer)
  return origin === env().origin ? safeNext(pathname + search) : null
}
