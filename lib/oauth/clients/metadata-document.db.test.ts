import { exportJWK, generateKeyPair } from 'jose'
import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { createBrowser } from '@/lib/testing/browser'
import { serveDocuments } from '@/lib/testing/documents'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

serveEndpoints()
const vendor = serveDocuments()

const redirectUri = 'https://vendor.example/callback'

const publicClient =
  (extra: object = {}) =>
  (clientId: string) => ({
    client_id: clientId,
    client_name: 'Vendor',
    redirect_uris: [redirectUri],
    grant_types: [
      'authorization_code',
      'refresh_token',
      'urn:ietf:params:oauth:grant-type:jwt-bearer',
    ],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    ...extra,
  })

const kept = (url: string) => ({ kind_url: { kind: 'client' as const, url } })

/** What the browser is shown when a client asks to be let in. */
async function ask(clientId: string, extra: Record<string, string> = {}) {
  const challenge = await linking.challengeOf(oauth.generateRandomCodeVerifier())
  const client = linking.openClient(clientId, extra.redirect_uri ?? redirectUri)
  const resource = linking.mcp()
  return createBrowser().visit(linking.authorizeUrl(client, { resource, ...challenge, ...extra }))
}

describe('a client that publishes its metadata', () => {
  it('links, though its document names grants that are not offered here', async () => {
    const id = vendor.put('/public.json', publicClient())
    const { tokens, refresh } = await linking.linkOpen(
      await createPerson(),
      linking.openClient(id, redirectUri),
    )
    expect(tokens.scope).toBe('reservations:read reservations:write')
    expect(
      (await linking.refresh(linking.openClient(id, redirectUri), refresh)).refresh_token,
    ).toBeTruthy()
  })

  it('signs its token requests with a key of its key set', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
    const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
    const keys = vendor.put('/jwks.json', { keys: [jwk] })
    const id = vendor.put(
      '/signing.json',
      publicClient({
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'],
        token_endpoint_auth_signing_alg: 'RS256',
        jwks_uri: keys,
      }),
    )
    const signs = (key: CryptoKey) =>
      linking.openClient(id, redirectUri, oauth.PrivateKeyJwt({ key, kid: 'one' }))
    const person = await createPerson()
    const { access, refresh } = await linking.linkOpen(person, signs(privateKey))

    const other = await generateKeyPair('RS256')
    await expect(linking.refresh(signs(other.privateKey), refresh)).rejects.toThrow()
    const unsigned = linking.openClient(id, redirectUri)
    await expect(linking.refresh(unsigned, refresh)).rejects.toThrow()
    expect((await linking.refresh(signs(privateKey), refresh)).access_token).toBeTruthy()

    // Its Disconnect sends the token and the client id alone.
    const ended = await fetch(`${env().origin}/oauth/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token: refresh, client_id: id }),
    })
    expect([ended.status, await ended.text()]).toEqual([200, ''])
    await expect(linking.refresh(signs(privateKey), refresh)).rejects.toThrow()
    expect(await linking.msUntilRefused(access)).toBeLessThan(1000)
  })

  it('comes back to any port of this machine when its document names a loopback address', async () => {
    const id = vendor.put(
      '/code.json',
      publicClient({ redirect_uris: ['http://localhost/callback', 'http://127.0.0.1/callback'] }),
    )
    for (const uri of ['http://127.0.0.1:54321/callback', 'http://localhost:1/callback']) {
      expect((await ask(id, { redirect_uri: uri })).status).toBe(303)
    }
    expect((await ask(id, { redirect_uri: 'http://127.0.0.1:54321/other' })).status).toBe(400)
    expect((await ask(id, { redirect_uri: 'http://192.168.0.1/callback' })).status).toBe(400)
  })

  it('is let in by the copy at hand while its host refuses to answer', async () => {
    const id = vendor.put('/flaky.json', publicClient())
    expect((await ask(id)).status).toBe(303)
    vendor.put('/flaky.json', 'Just a moment…', { status: 403 })
    await db().clientDocument.update({ where: kept(id), data: { freshUntil: new Date(0) } })
    expect((await ask(id)).status).toBe(303)
    await expect
      .poll(async () => (await db().clientDocument.findUnique({ where: kept(id) }))?.lastError)
      .toBe('status')
    // A copy of a stranger's document is not good for ever.
    await db().clientDocument.update({
      where: kept(id),
      data: { freshUntil: new Date(0), takenAt: new Date(0) },
    })
    expect((await ask(id)).status).toBe(400)
  })

  it('gets what its document says now once the copy is not fresh any more', async () => {
    const id = vendor.put('/changing.json', publicClient())
    const moved = 'https://vendor.example/moved'
    expect((await ask(id, { redirect_uri: moved })).status).toBe(400)
    vendor.put('/changing.json', publicClient({ redirect_uris: [moved] }))
    await db().clientDocument.update({ where: kept(id), data: { freshUntil: new Date(0) } })
    await expect.poll(async () => (await ask(id, { redirect_uri: moved })).status).toBe(303)
  })

  it('is asked for its document once, however many arrive at the same moment', async () => {
    const id = vendor.put('/busy.json', publicClient())
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(id)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(303))
    expect(vendor.countOf('/busy.json')).toBe(1)
  })
})

describe('vendors whose edge refuses data centers', () => {
  it.each([
    [
      'https://claude.ai/oauth/mcp-oauth-client-metadata',
      'https://claude.ai/api/mcp/auth_callback',
    ],
    ['https://claude.ai/oauth/claude-code-client-metadata', 'http://127.0.0.1:40000/callback'],
    [
      'https://chatgpt.com/oauth/client.json',
      'https://chatgpt.com/connector_platform_oauth_redirect',
    ],
    ['https://cursor.com/oauth/mcp-client.json', 'http://localhost:8787/callback'],
    ['https://goose-docs.ai/oauth/client-metadata.json', 'http://127.0.0.1:4711/oauth_callback'],
    [
      'https://slack.com/.well-known/oauth-client-metadata',
      'https://oauth2.slack.com/external/auth/callback',
    ],
  ])('lets %s in by the copy that came with the release', async (id, uri) => {
    expect((await ask(id, { redirect_uri: uri })).status).toBe(303)
    expect(await db().clientDocument.findUnique({ where: kept(id) })).toMatchObject({
      listed: true,
    })
  })
})

describe('a document that cannot be trusted', () => {
  const refused = async (id: string) => {
    const { status, location, body } = await ask(id)
    expect([status, location]).toEqual([400, null])
    return body
  }

  it.each<[string, string, object | string | ((url: string) => object), object]>([
    [
      'names another client_id',
      'must be the very address',
      { ...publicClient()('https://x.example/y') },
      {},
    ],
    ['is not JSON', 'must be a JSON object', 'Just a moment…', {}],
    ['is a list', 'must be a JSON object', '[]', {}],
    ['is too large', 'larger than', publicClient({ padding: 'x'.repeat(20_000) }), {}],
    ['redirects', 'redirects', '', { status: 302, headers: { location: '/public.json' } }],
    ['is not there', 'another status', '', { status: 404 }],
    ['holds a secret', 'never by a secret', publicClient({ client_secret: 'hush' }), {}],
    [
      'wants to use a secret',
      'never by a secret',
      publicClient({ token_endpoint_auth_method: 'client_secret_post' }),
      {},
    ],
    [
      'names no redirect address',
      'must name at least one',
      publicClient({ redirect_uris: [] }),
      {},
    ],
    [
      'sends codes over plain http',
      'Each of redirect_uris',
      publicClient({ redirect_uris: ['http://vendor.example/cb'] }),
      {},
    ],
    [
      'sends codes into a script',
      'Each of redirect_uris',
      publicClient({ redirect_uris: ['javascript:alert(1)'] }),
      {},
    ],
  ])('is refused when it %s', async (_what, words, body, answer) => {
    const path = `/bad-${Math.random()}.json`
    expect(await refused(vendor.put(path, body, answer))).toContain(words)
    // The request looks for its client more than once, and asks its host once.
    expect(vendor.countOf(path)).toBe(1)
  })

  it.each([
    'https://10.0.0.1/client.json',
    'https://169.254.169.254/latest/meta-data/client.json',
    'https://[::ffff:127.0.0.1]/client.json',
    'https://localhost.localdomain/client.json',
    'https://vendor.example',
    'https://user@vendor.example/client.json',
    'https://vendor.example/a/../client.json',
    'https://vendor.example/client.json#x',
    'http://vendor.example/client.json',
    'ftp://vendor.example/client.json',
    `https://vendor.example/${'x'.repeat(600)}`,
  ])('is not even asked for at %s', async (id) => {
    expect(await refused(id)).not.toContain('Something went wrong')
  })
})

describe('what an open client must send', () => {
  it.each([
    ['no PKCE', { code_challenge: '', code_challenge_method: '' }, 'invalid_request'],
    ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no resource', { resource: '' }, 'invalid_target'],
    [
      'a resource that is not ours',
      { resource: 'https://elsewhere.example/mcp' },
      'invalid_target',
    ],
  ])('%s is told to the client, with the issuer', async (_what, extra, error) => {
    const id = vendor.put('/strict.json', publicClient())
    const url = new URL(linking.authorizeUrl(linking.openClient(id, redirectUri)))
    const sent = {
      resource: linking.mcp(),
      ...(await linking.challengeOf(oauth.generateRandomCodeVerifier())),
      ...extra,
    }
    for (const [name, value] of Object.entries(sent)) if (value) url.searchParams.set(name, value)
    const { location } = await createBrowser().visit(url.href)
    const back = new URL(String(location))
    expect(back.origin + back.pathname).toBe(redirectUri)
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error,
      iss: env().origin,
      state: 'state-of-the-host',
    })
  })
})
