import { expect, test } from 'vitest'
import type { OAuth } from '../installation'
import type { ProfileId } from '../profiles'
import { endpointsOf, registerAlone } from '../register'
import type { Registration } from '../registration'
import { type Asked, actAs, servePlugin } from '../testing'
import { finishLink, startLink } from './link'
import { renewTokens, revokeTokens } from './renew'

const redirectUri = 'https://host.example/playground/callback'
const client: Extract<Registration, { type: 'client' }> = {
  type: 'client',
  by: 'given',
  clientId: 'the client',
  clientSecret: 'a secret: of the client',
  tokenAuth: 'post',
  typed: null,
}
const given = {
  access_token: 'access-token-of-the-test',
  token_type: 'bearer',
  refresh_token: 'refresh-token-of-the-test',
  expires_in: 59,
}

const toAuth = (origin: string, change: Partial<OAuth> = {}): OAuth => ({
  type: 'oauth',
  authorizeUrl: `${origin}/authorize?tenant=1`,
  tokenUrl: `${origin}/token`,
  scope: '',
  tokenContentType: 'application/json',
  verificationToken: null,
  server: null,
  ...change,
})

const ofMcp = (origin: string, sendsIss = true): Partial<OAuth> => ({
  scope: 'toys',
  tokenContentType: 'application/x-www-form-urlencoded',
  server: {
    issuer: origin,
    resource: `${origin}/mcp`,
    registrationUrl: `${origin}/register`,
    revocationUrl: `${origin}/revoke`,
    scopes: [],
    takesDocuments: false,
    sendsIss,
    tokenAuthMethods: ['none'],
  },
})

async function prepare(
  profile: ProfileId,
  change: (origin: string) => Partial<OAuth> = () => ({}),
) {
  const served = await servePlugin(() => ({
    '/token': { ...given },
    '/revoke': () => ({ status: 200 }),
    '/register': () => ({
      status: 201,
      body: { client_id: 'made for you', client_secret: 'made-secret-for-you' },
    }),
  }))
  const acting = actAs(profile)
  const auth = toAuth(served.origin, change(served.origin))
  const { url, pending } = startLink(auth, client, redirectUri, acting)
  const sent = Object.fromEntries(new URL(url).searchParams)
  const comeBack = (answer: Record<string, string>) =>
    finishLink(
      { auth, client, pending },
      new URL(`${redirectUri}?${new URLSearchParams({ state: pending.state, ...answer })}`),
      acting,
    )
  return { ...served, acting, auth, sent, pending, comeBack }
}

const formOf = ({ body }: Asked) => Object.fromEntries(new URLSearchParams(body))

test('ChatGPT 2023 sends an empty scope, no PKCE and no resource, and exchanges in JSON', async () => {
  const { sent, pending, comeBack, asked } = await prepare('chatgpt-2023')
  expect(sent).toEqual({
    tenant: '1',
    response_type: 'code',
    client_id: 'the client',
    redirect_uri: redirectUri,
    scope: '',
    state: pending.state,
  })
  const tokens = await comeBack({ code: 'the code of the test', iss: 'https://anybody.example' })
  expect(tokens).toMatchObject({ access: given.access_token, refresh: given.refresh_token })
  expect(asked[0]?.headers['content-type']).toBe('application/json')
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
    grant_type: 'authorization_code',
    client_id: 'the client',
    client_secret: 'a secret: of the client',
    code: 'the code of the test',
    redirect_uri: redirectUri,
  })
})

test('an MCP host proves the start with S256 and names the resource at both ends', async () => {
  const { sent, comeBack, asked, pending, origin } = await prepare('chatgpt', ofMcp)
  expect(sent).toMatchObject({
    scope: 'toys',
    code_challenge_method: 'S256',
    resource: `${origin}/mcp`,
  })
  await comeBack({ code: 'the code of the test', iss: origin })
  const form = formOf(asked[0] as Asked)
  expect(form).toMatchObject({ code_verifier: pending.verifier, resource: `${origin}/mcp` })
  const { createHash } = await import('node:crypto')
  const challenge = createHash('sha256').update(String(pending.verifier)).digest('base64url')
  expect(sent.code_challenge).toBe(challenge)
})

test('a client that says so by Basic encodes both halves and puts neither in the body', async () => {
  const { auth, acting, asked, pending } = await prepare('gpt-action')
  const basic = { ...client, clientId: 'a:b', clientSecret: 'c d', tokenAuth: 'basic' } as const
  const back = new URL(`${redirectUri}?state=${pending.state}&code=the-code-of-the-test`)
  await finishLink({ auth, client: basic, pending }, back, acting)
  expect(asked[0]?.headers.authorization).toBe(
    `Basic ${Buffer.from('a%3Ab:c+d').toString('base64')}`,
  )
  expect(asked[0]?.body).not.toContain('client_id')
})

test.each<[string, ProfileId, Record<string, string>, string]>([
  ['another state', 'chatgpt-2023', { state: 'another', code: 'x' }, 'state_differs'],
  ['no iss, though it was announced', 'chatgpt', { code: 'x' }, 'issuer_differs'],
  ['another iss', 'chatgpt', { code: 'x', iss: 'https://evil.example' }, 'issuer_differs'],
  [
    'the iss of this very site',
    'chatgpt-2023',
    { code: 'x', iss: 'https://host.example' },
    'issuer_differs',
  ],
  ['a refusal', 'chatgpt-2023', { error: 'access_denied', error_description: 'No.' }, 'refused'],
  ['nothing', 'chatgpt-2023', {}, 'no_code'],
])('an answer with %s gets no tokens', async (_what, profile, answer, code) => {
  const { comeBack, asked } = await prepare(profile, profile === 'chatgpt' ? ofMcp : undefined)
  expect(await comeBack(answer)).toMatchObject({ code })
  expect(asked).toEqual([])
})

test('a token endpoint that refuses is told in its words', async () => {
  const served = await servePlugin(() => ({
    '/token': () => ({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Too late.' },
    }),
  }))
  const acting = actAs('chatgpt-2023')
  const auth = toAuth(served.origin)
  const { pending } = startLink(auth, client, redirectUri, acting)
  const back = new URL(`${redirectUri}?state=${pending.state}&code=the-code-of-the-test`)
  expect(await finishLink({ auth, client, pending }, back, acting)).toMatchObject({
    code: 'exchange_refused',
    said: 'invalid_grant: Too late.',
  })
})

test('no secret stands in the steps', async () => {
  const { comeBack, acting, auth, pending, origin } = await prepare('chatgpt', ofMcp)
  const tokens = await comeBack({ code: 'the code of the test', iss: origin })
  if (!('access' in tokens)) throw new Error(tokens.code)
  await renewTokens({ auth, client }, tokens, acting)
  await revokeTokens({ auth, client }, tokens, acting)
  await registerAlone(auth, 'http://localhost:3000', acting)
  const told = decodeURIComponent(JSON.stringify(acting.wire.steps).replaceAll('+', ' '))
  expect(acting.wire.steps.map(({ title }) => title)).toEqual([
    'Send the person to the plugin',
    'The person comes back',
    'Exchange the code for tokens',
    'Refresh the token',
    'Revoke the token',
    'Register as a client',
  ])
  const secrets = [
    given.access_token,
    given.refresh_token,
    'the code of the test',
    client.clientSecret,
    pending.verifier,
    'made-secret-for-you',
  ]
  for (const secret of secrets) expect(told).not.toContain(secret)
  expect(told).toContain(pending.state)
})

test('ChatGPT revokes when the person unlinks an MCP server, and tells a plugin nothing', async () => {
  const tokens = { access: 'access-token', refresh: 'refresh-token', expiresAt: null, scope: null }
  const mcp = await prepare('chatgpt', ofMcp)
  await revokeTokens({ auth: mcp.auth, client }, tokens, mcp.acting)
  expect(mcp.asked.map(({ url }) => url.pathname)).toEqual(['/revoke'])
  expect(formOf(mcp.asked[0] as Asked)).toMatchObject({
    token: 'refresh-token',
    client_id: 'the client',
  })
  const plugin = await prepare('chatgpt-2023')
  await revokeTokens({ auth: plugin.auth, client }, tokens, plugin.acting)
  expect(plugin.asked).toEqual([])
})

test.each(['javascript:alert(1)', '/relative', 'https://'])(
  'nobody is sent to %s',
  (authorizeUrl) => {
    const auth = toAuth('https://toys.example', { authorizeUrl })
    expect(endpointsOf(auth, client)).toBeNull()
    const typed = { authorizeUrl, tokenUrl: 'https://toys.example', scope: '' }
    expect(endpointsOf({ type: 'none' }, { ...client, typed })).toBeNull()
  },
)

test('what the tester typed stands for what the plugin says', () => {
  const typed = { authorizeUrl: 'https://a.example/', tokenUrl: 'https://b.example/', scope: 'x' }
  const auth = toAuth('https://toys.example')
  expect(endpointsOf(auth, { ...client, typed })).toEqual({ ...auth, ...typed })
  expect(endpointsOf({ type: 'none' }, { ...client, typed })).toMatchObject(typed)
})

test('a host publishes itself where it may, else registers, else must be given a client', async () => {
  const { auth, acting, asked } = await prepare('claude', ofMcp)
  if (!auth.server) throw new Error('no server')
  const published = { ...auth, server: { ...auth.server, takesDocuments: true } }
  expect(await registerAlone(published, 'https://host.example', acting)).toMatchObject({
    by: 'document',
    clientId: 'https://host.example/playground/client.json',
  })
  expect(await registerAlone(auth, 'https://host.example', acting)).toMatchObject({
    by: 'dynamic',
    clientId: 'made for you',
    clientSecret: 'made-secret-for-you',
    tokenAuth: 'post',
  })
  expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
    redirect_uris: ['https://host.example/playground/callback'],
  })
  const gone = { ...auth, server: { ...auth.server, registrationUrl: 'http://localhost:1/' } }
  expect(await registerAlone(gone, 'https://host.example', acting)).toBeNull()
  const closed = { ...auth, server: { ...auth.server, registrationUrl: null } }
  expect(await registerAlone(closed, 'https://host.example', acting)).toBeNull()
})
