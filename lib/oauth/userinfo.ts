import { env } from '@/lib/env'
import { PublicError } from '@/lib/errors'
import { verifyAccessToken } from './access-token'
import { accountClaims } from './account'
import { resources } from './resources'

/**
 * OpenID Connect Core §5.3, for the token that the host holds anyway: oidc-provider's own
 * userinfo refuses a token that is bound to a resource, and ChatGPT has no other.
 */
export async function userinfo(request: Request): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight()
  const token = request.headers.get('authorization')?.match(/^bearer +(\S+) *$/i)?.[1]
  if (!token) return refuse(401, `Bearer realm="${env().origin}"`)
  try {
    const { accountId, scopes } = await verifyAccessToken(token, resources())
    if (!scopes.has('openid')) {
      return refuse(403, 'Bearer error="insufficient_scope", scope="openid"')
    }
    return Response.json(await claimsFor(accountId, scopes), { headers })
  } catch (error) {
    if (!(error instanceof PublicError)) throw error
    return refuse(401, `Bearer error="invalid_token", error_description="${error.message}"`)
  }
}

async function claimsFor(accountId: string, scopes: ReadonlySet<string>) {
  const { sub, name, email, email_verified } = await accountClaims(accountId)
  return {
    sub,
    ...(scopes.has('profile') && { name }),
    ...(scopes.has('email') && { email, email_verified }),
  }
}

const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: { ...headers, 'access-control-allow-headers': 'authorization' },
  })

const headers = { 'cache-control': 'no-store', 'access-control-allow-origin': '*' }

const refuse = (status: number, challenge: string): Response =>
  new Response(null, { status, headers: { ...headers, 'www-authenticate': challenge } })
