import NextAuth, { type NextAuthOptions } from 'next-auth'
import { readCookie } from '@/lib/cookies'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { outbound } from '@/lib/telemetry/channels'
import type { Claims } from './provider-claims'
import { toProvider } from './providers'

type Sent = {
  method: 'GET' | 'POST'
  cookies?: Record<string, string>
  query?: Record<string, string>
  body?: Record<string, string>
}

type Answer = { cookies: string[]; location: string; claims: Claims | null }

/** To the provider: where to send the browser, and the cookies by which its answer is checked. */
export async function beginExchange(id: string): Promise<Omit<Answer, 'claims'> | null> {
  const { cookies, body } = await drive(['csrf'], { method: 'GET' })
  const [name, value] = cookies[0]?.split(';')[0]?.split('=') ?? []
  const csrfToken = String((body as { csrfToken?: string }).csrfToken)
  const answer = await drive(['signin', id], {
    method: 'POST',
    cookies: { [String(name)]: decodeURIComponent(String(value)) },
    body: { csrfToken },
  })
  if (isOurs(answer.location)) return null
  return { ...answer, cookies: answer.cookies.filter((cookie) => isProof(cookie.split('=')[0])) }
}

/** From the provider: what it says of the person, or null when anything about that is wrong. */
export async function finishExchange(id: string, request: Request): Promise<Answer> {
  const header = request.headers.get('cookie') ?? ''
  const names = header.split(';').map((pair) => pair.split('=')[0]?.trim() ?? '')
  const proofs = names.filter(isProof).map((name) => [name, readCookie(header, name) ?? ''])
  return drive(['callback', id], {
    method: 'GET',
    cookies: Object.fromEntries(proofs),
    query: Object.fromEntries(new URL(request.url).searchParams),
  })
}

// The others of its cookies are for pages of its own, which nobody sees here.
const isProof = (name = ''): boolean =>
  /^(__Secure-)?next-auth\.(state|nonce|pkce\.code_verifier)$/.test(name)

const isOurs = (location: string): boolean => !location || location.startsWith(env().origin)

// Called as from a page of the older kind: so it is told the origin, rather than reading it off the
// Host header, which it believes on Vercel; and what it keeps is kept by us.
async function drive(nextauth: string[], { query, ...sent }: Sent) {
  const { host, protocol } = new URL(env().origin)
  const answer: Answer & { body: unknown } = { cookies: [], location: '', claims: null, body: null }
  const response = {
    status: () => response,
    getHeader: () => answer.cookies,
    setHeader(name: string, value: string | string[]) {
      if (name === 'Set-Cookie') answer.cookies = [value].flat()
      if (name === 'Location') answer.location = String(value)
      return response
    },
    send: (body: unknown) => {
      answer.body = body
    },
    json: () => {},
    end: () => {},
  }
  const headers = { host, 'x-forwarded-proto': protocol.slice(0, -1) }
  const request = { cookies: {}, ...sent, headers, query: { ...query, nextauth } }
  const options: NextAuthOptions = {
    providers: env().providers.map(toProvider),
    session: { strategy: 'jwt' },
    logger: { error: report, warn: () => {}, debug: () => {} },
    callbacks: {
      signIn({ profile }) {
        answer.claims = profile as Claims
        // Who that is here, and whether it is signed in, is for us to say.
        return '/'
      },
    },
  }
  await outbound.tracePromise(() => NextAuth(request as never, response as never, options), {
    to: 'provider',
  })
  return answer
}

// A stranger can bring an error in the address: only what next-auth found by itself is written down.
const report = (code: string, found: Error | { error?: unknown }): void => {
  const error = found instanceof Error ? found : found.error
  const own = error instanceof Error && error.name !== 'Error'
  log.warn(`sign-in by provider: ${code}`, own ? error : undefined)
}
