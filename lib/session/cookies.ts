import type { CookiesOptions } from 'next-auth'
import { env } from '@/lib/env'

/** What next-auth keeps in the browser while a sign-in is under way; sibling sites cannot plant it. */
export function signInCookies(): Partial<CookiesOptions> {
  const kept = (name: string, maxAge?: number) => ({
    name: `${env().local ? '' : '__Host-'}latchkey.${name}`,
    options: {
      httpOnly: true,
      sameSite: 'lax' as const,
      path: '/',
      secure: !env().local,
      ...(maxAge && { maxAge }),
    },
  })
  return {
    callbackUrl: kept('callback-url'),
    csrfToken: kept('csrf'),
    pkceCodeVerifier: kept('pkce', 900),
    state: kept('state', 900),
    nonce: kept('nonce', 900),
  }
}
