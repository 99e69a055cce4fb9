import NextAuth, { type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { clientAddress } from '@/lib/client-address'
import { checkCredentials } from '@/lib/people/credentials'
import { needsSecondFactor } from '@/lib/people/second-factor'
import {
  closeSession,
  createSession,
  findPersonBySession,
  sessionCookie,
  sessionLifetime,
} from './browser-session'
import { signInCookies } from './cookies'
import { comeBack } from './sign-in-by-provider'

/** next-auth at /api/auth: the same accounts, cookie and session rows as the site's own forms. */
export function nextAuthHandler(request: Request, context: unknown): Promise<Response> {
  const [, provider] = new URL(request.url).pathname.match(/\/callback\/(\w+)$/) ?? []
  if (request.method === 'GET' && provider) return comeBack(provider, request)
  return NextAuth(options(request.headers.get('user-agent')))(request, context)
}

const options = (userAgent: string | null): NextAuthOptions => ({
  session: { strategy: 'jwt', maxAge: sessionLifetime },
  cookies: { sessionToken: sessionCookie(), ...signInCookies() },
  pages: { signIn: '/sign-in' },
  providers: [
    Credentials({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(credentials, request) {
        const result = await checkCredentials(
          { email: credentials?.email ?? '', password: credentials?.password ?? '' },
          clientAddress(request.headers?.['x-forwarded-for']),
        )
        // A second step has a page of its own, which this road does not lead to.
        if ('errors' in result || (await needsSecondFactor(result.accountId))) return null
        return { id: result.accountId }
      },
    }),
  ],
  callbacks: {
    async jwt({ token, user }) {
      return user ? { sub: user.id, sid: await createSession(user.id, userAgent) } : token
    },
    async session({ session, token }) {
      const person = await findPersonBySession(String(token.sid))
      if (!person) return { expires: session.expires }
      return { ...session, user: { name: person.name, email: person.email } }
    },
  },
  events: {
    async signOut({ token }) {
      if (token?.sid) await closeSession(String(token.sid))
    },
  },
})
