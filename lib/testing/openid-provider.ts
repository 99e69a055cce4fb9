import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

type Claims = Record<string, unknown>
type Asked = { nonce: string; challenge: string; claims: Claims }

/** A company's login on this machine: whoever comes is `claims`, or declines when there are none. */
export async function startOpenIdProvider() {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const client = { id: 'latchkey', secret: randomUUID() }
  const provider = {
    issuer: '',
    client,
    claims: {} as Claims | null,
    /** Put over what the ID token should say. */
    wrong: {} as Claims,
    /** Shows where it would send the browser, and does not. */
    holds: false,
    stop: async () => {},
  }
  const codes = new Map<string, Asked>()

  function authorize(query: URLSearchParams): string {
    const back = new URL(String(query.get('redirect_uri')))
    back.searchParams.set('state', String(query.get('state')))
    const challenge = query.get('code_challenge')
    const strict = query.get('code_challenge_method') === 'S256' && query.get('nonce')
    if (!provider.claims || !challenge || !strict) {
      back.searchParams.set('error', provider.claims ? 'invalid_request' : 'access_denied')
      back.searchParams.set('error_description', '<b>hostile</b>')
    } else {
      const code = randomUUID()
      codes.set(code, {
        nonce: String(query.get('nonce')),
        challenge,
        claims: { ...provider.claims },
      })
      back.searchParams.set('code', code)
    }
    return back.href
  }

  async function token(request: IncomingMessage): Promise<Claims | null> {
    const form = new URLSearchParams(await read(request))
    const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64')
    const asked = codes.get(String(form.get('code')))
    codes.delete(String(form.get('code')))
    const verifier = createHash('sha256').update(String(form.get('code_verifier')))
    if (request.headers.authorization !== `Basic ${basic}` || !asked) return null
    if (verifier.digest('base64url') !== asked.challenge) return null
    const now = Math.floor(Date.now() / 1000)
    const says = { iss: provider.issuer, aud: client.id, iat: now, exp: now + 60 }
    const id_token = await new SignJWT({
      ...says,
      nonce: asked.nonce,
      ...asked.claims,
      ...provider.wrong,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign(privateKey)
    return { access_token: randomUUID(), token_type: 'Bearer', id_token }
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(String(request.url), provider.issuer)
    if (pathname === '/authorize') {
      const location = authorize(searchParams)
      return provider.holds
        ? response.writeHead(200, { 'content-type': 'text/plain' }).end(location)
        : response.writeHead(303, { location }).end()
    }
    const body =
      pathname === '/token'
        ? await token(request)
        : pathname === '/jwks'
          ? { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }] }
          : discovery(provider.issuer)
    response.writeHead(body ? 200 : 400, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body ?? { error: 'invalid_grant' }))
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  provider.issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  provider.stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return provider
}

export type OpenIdProvider = Awaited<ReturnType<typeof startOpenIdProvider>>

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
})

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
