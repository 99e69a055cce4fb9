import { env } from '@/lib/env'

type About = {
  /** Of this response alone; the page's own scripts carry it. */
  nonce: string
  /** The one source of another site that a form of this page may lead on to. */
  formTarget: string | null
  /** Whether frames of this site may stand in the page. */
  hasFrames?: boolean
}

/** Every header that says to a browser what a page may do; no page adds or takes away one. */
export const pageHeaders = (about: About): Record<string, string> => ({
  'Content-Security-Policy': contentSecurityPolicy(about),
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Addresses hold mailed tokens. Not no-referrer: with that, browsers send forms without an origin.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not for subdomains: what else stands beside this site is not its to decide.
  ...(!env().local && { 'Strict-Transport-Security': 'max-age=63072000' }),
})

function contentSecurityPolicy({ nonce, formTarget, hasFrames }: About): string {
  // React's and the bundler's tools of `npm run dev` evaluate text and write style elements.
  const dev = process.env.NODE_ENV === 'development'
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ...(hasFrames ? ["frame-src 'self'"] : []),
    // Chromium holds it against every redirect that follows a form.
    `form-action 'self'${formTarget ? ` ${formTarget}` : ''}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}
