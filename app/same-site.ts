import { env } from '@/lib/env'

// The cookies are SameSite=Lax already; a browser that says where a form comes from is believed.
export function isFromThisSite(request: Request): boolean {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  return (origin === null || origin === env().origin) && (site === null || site === 'same-origin')
}

/** 303, so that the browser goes on with a GET whatever it sent. */
export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
