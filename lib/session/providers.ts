import type { OAuthConfig } from 'next-auth/providers/oauth'
import { OwnError } from '@/lib/errors'
import type { ProviderSettings } from '@/lib/provider-settings'
import { type Claims, toVerifiedEmail } from './provider-claims'

/** A provider as next-auth drives it: state, nonce and PKCE are checked for each. */
export const toProvider = (settings: ProviderSettings): OAuthConfig<Claims> => ({
  id: settings.id,
  name: settings.name,
  type: 'oauth',
  clientId: settings.clientId,
  clientSecret: settings.clientSecret,
  httpOptions: { timeout: 10_000 },
  ...(settings.id === 'github' ? github : openId(settings)),
  profile: ({ sub }) => ({ id: String(sub ?? '') }),
})

const openId = ({ issuer }: ProviderSettings): Partial<OAuthConfig<Claims>> => ({
  wellKnown: `${bare(issuer)}/.well-known/openid-configuration`,
  authorization: { params: { scope: 'openid email profile' } },
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  userinfo: {
    async request({ client, tokens }) {
      // OpenID Connect Discovery §4.3: the document must be of the issuer that was asked for.
      if (bare(client.issuer.metadata.issuer) !== bare(issuer)) throw new Error('another issuer')
      const claims = (tokens as unknown as { claims(): Claims }).claims()
      // Core §5.4: with an access token, a provider may keep all but the subject for userinfo.
      if (claims.email !== undefined || !client.issuer.metadata.userinfo_endpoint) return claims
      // It is refused there when it is about another subject (Core §5.3.2).
      return { ...claims, ...(await client.userinfo(tokens as never)) }
    },
  },
})

const github: Partial<OAuthConfig<Claims>> = {
  // What it calls itself in answers (RFC 9207).
  issuer: 'https://github.com/login/oauth',
  authorization: 'https://github.com/login/oauth/authorize?scope=read:user+user:email',
  token: 'https://github.com/login/oauth/access_token',
  checks: ['pkce', 'state'],
  userinfo: {
    url: 'https://api.github.com/user',
    async request({ tokens }) {
      const token = String(tokens.access_token)
      const user = await ask('https://api.github.com/user', token)
      const emails = await ask('https://api.github.com/user/emails', token)
      return toGithubClaims(user, emails)
    },
  },
}

/** The public address of a profile may be anyone's: only the list says what is proved. */
export function toGithubClaims(user: Claims, emails: unknown): Claims & { sub: string } {
  const all: Claims[] = Array.isArray(emails) ? emails : []
  const primary = all.find((one) => one.primary === true && one.verified === true)
  const email = toVerifiedEmail({ email: primary?.email, email_verified: true })
  const name = typeof user.name === 'string' && user.name ? user.name : user.login
  // Its number stays with a person; a name there can be given to somebody else.
  const sub = typeof user.id === 'number' ? String(user.id) : ''
  return { sub, name, email, email_verified: email !== null, preferred_username: user.login }
}

async function ask(url: string, token: string) {
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'latchkey' },
    signal: AbortSignal.timeout(10_000),
    redirect: 'error',
  })
  if (!response.ok) throw new OwnError(`GitHub answered ${response.status}`)
  return response.json()
}

const bare = (issuer: string): string => issuer.replace(/\/$/, '')
