import { randomUUID } from 'node:crypto'
import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { createBrowser } from '@/lib/testing/browser'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { sweepRegistered } from './registration'

serveEndpoints()

const vsCode = {
  client_name: 'Visual Studio Code',
  client_uri: 'https://code.visualstudio.com',
  application_type: 'native',
  redirect_uris: [
    'https://insiders.vscode.dev/redirect',
    'https://vscode.dev/redirect',
    'http://127.0.0.1/',
    'http://127.0.0.1:33418/',
  ],
  grant_types: [
    'authorization_code',
    'refresh_token',
    'urn:ietf:params:oauth:grant-type:device_code',
  ],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
}

const claude = {
  client_name: 'Claude',
  redirect_uris: ['https://claude.ai/api/mcp/auth_callback'],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
  scope: 'reservations:read claudeai',
}

async function register(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${env().origin}/oauth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const answer = (await response.json()) as { [key: string]: unknown; client_id: string }
  return { status: response.status, answer, headers: response.headers }
}

describe('a client that registers itself', () => {
  it('gets in though it asks for device codes, and comes back to any port of its machine', async () => {
    const { status, answer } = await register(vsCode)
    expect([status, answer.grant_types]).toEqual([201, ['authorization_code', 'refresh_token']])
    expect(answer).not.toHaveProperty('client_secret')
    const client = linking.openClient(answer.client_id, 'http://127.0.0.1:50123/')
    const { tokens } = await linking.linkOpen(await createPerson(), client)
    expect(tokens.refresh_token).toBeTruthy()
  })

  it('may name scopes and members that are not there, and is told what it got', async () => {
    const { status, answer } = await register({ ...claude, tls_client_certificate_bound: 1 })
    expect(status).toBe(201)
    expect(answer).toMatchObject({ client_name: 'Claude', application_type: 'web' })
    expect(answer).not.toHaveProperty('scope')
    expect(answer).not.toHaveProperty('tls_client_certificate_bound')
  })

  it('may refresh, whether or not it asked to', async () => {
    const { answer } = await register({
      redirect_uris: ['http://localhost:1234/cb'],
      token_endpoint_auth_method: 'none',
    })
    expect(answer.grant_types).toEqual(['authorization_code', 'refresh_token'])
  })

  it('is a native app when it comes back to a scheme of its own, as Cursor once did', async () => {
    const uri = 'cursor://anysphere.cursor-mcp/oauth/callback'
    const { status, answer } = await register({
      redirect_uris: [uri],
      token_endpoint_auth_method: 'none',
    })
    expect([status, answer.application_type]).toEqual([201, 'native'])
    const { tokens } = await linking.linkOpen(
      await createPerson(),
      linking.openClient(answer.client_id, uri),
    )
    expect(tokens.refresh_token).toBeTruthy()
  })

  it.each(['client_secret_post', 'client_secret_basic', undefined])(
    'gets a secret of its own for %s, kept as a hash, as Microsoft needs it',
    async (method) => {
      const uri = 'https://teams.microsoft.com/api/platform/v1.0/oAuthRedirect'
      const body = { redirect_uris: [uri], token_endpoint_auth_method: method }
      const [one, other] = [await register(body), await register(body)]
      expect(one.answer.client_id).not.toBe(other.answer.client_id)
      expect(one.answer.client_secret_expires_at).toBe(0)
      const secret = String(one.answer.client_secret)
      const row = await db().client.findUniqueOrThrow({ where: { id: one.answer.client_id } })
      expect(JSON.stringify(row)).not.toContain(secret)
      const auth = oauth.ClientSecretPost(secret)
      const client = linking.openClient(one.answer.client_id, uri, auth)
      const { refresh } = await linking.linkOpen(await createPerson(), client)
      const wrong = linking.openClient(
        one.answer.client_id,
        uri,
        oauth.ClientSecretPost('x'.repeat(43)),
      )
      await expect(linking.refresh(wrong, refresh)).rejects.toThrow()
      expect((await linking.refresh(client, refresh)).access_token).toBeTruthy()
    },
  )

  it('is one client however often the same public one comes', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => register(vsCode)))
    expect(new Set(answers.map(({ answer }) => answer.client_id)).size).toBe(1)
    const renamed = await register({ ...vsCode, client_name: 'Visual Studio Codex' })
    expect(renamed.answer.client_id).not.toBe(answers[0]?.answer.client_id)
  })

  it.each([
    ['http://vendor.example/callback'],
    ['http://localhost.vendor.example/callback'],
    ['http://127.0.0.1.vendor.example/callback'],
    ['http://0.0.0.0/callback'],
    ['https://user:pass@vendor.example/callback'],
    ['https://vendor.example/callback#fragment'],
    ['javascript:alert(document.domain)'],
    ['data:text/html,hello'],
    ['file:///etc/passwd'],
    ['/callback'],
    [''],
    [7],
  ])('is refused when it would be sent back to %s', async (uri) => {
    const { status, answer } = await register({ ...claude, redirect_uris: [uri] })
    expect([status, answer.error]).toEqual([400, 'invalid_redirect_uri'])
    expect(answer.error_description).toContain('https')
  })

  it('is refused when it would be sent back to this very site', async () => {
    const { status } = await register({
      ...claude,
      redirect_uris: [`${env().origin}/docs/callback`],
    })
    expect(status).toBe(400)
  })

  it.each([
    ['nothing', ''],
    ['half of something', '{"redirect_uris":['],
    ['a list', '[]'],
    ['null', 'null'],
    ['no redirect address', '{}'],
    ['a text where a list should be', '{"redirect_uris":"https://vendor.example/cb"}'],
    [
      'a thousand addresses',
      { redirect_uris: Array.from({ length: 1000 }, (_, n) => `https://v.example/${n}`) },
    ],
    [
      'names of the language',
      '{"redirect_uris":["https://v.example/cb"],"__proto__":{"grant_types":7},"jwks":[],"token_endpoint_auth_method":"private_key_jwt"}',
    ],
    ['a megabyte', { ...claude, client_name: 'x'.repeat(1_000_000) }],
  ])('gets a clear refusal for %s', async (_what, body) => {
    const { status, answer } = await register(body)
    expect(status).toBe(400)
    expect(answer.error).toMatch(/^invalid_(client_metadata|redirect_uri)$/)
  })
})

describe('how many register', () => {
  it('lets thirty a minute through from this machine', async () => {
    const { host } = new URL(env().origin)
    const bodies = Array.from({ length: 30 }, (_, n) => ({
      ...vsCode,
      client_name: `${host} ${n}`,
    }))
    const answers = await Promise.all(bodies.map((body) => register(body)))
    expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(201))
  })
})

describe('somebody who registers one app after the other', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address })
  const some = () => ({ ...claude, client_name: randomUUID() })

  it('has to wait after thirty, from whichever address of their network, and nobody else has', async () => {
    for (let n = 0; n < 30; n += 1) {
      expect((await register(some(), from(`2001:db8:7:7::${n}`))).status).toBe(201)
    }
    const { status, answer, headers } = await register(some(), from('2001:db8:7:7:ffff::'))
    expect([status, answer.error]).toEqual([429, 'temporarily_unavailable'])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await register(some(), from('2001:db8:7:8::1'))).status).toBe(201)
    await attemptsWritten()
    const noted = { reason: 'registration.too_many', address: '2001:db8:7:7:ffff::' }
    expect(await db().attempt.count({ where: noted })).toBe(1)
  })

  it('may come again as the same public app', async () => {
    const body = some()
    for (let n = 0; n < 35; n += 1) {
      expect((await register(body, from('203.0.113.50'))).status).toBe(201)
    }
  })
})

describe('how long they stay', () => {
  const old = new Date(Date.now() - 40 * 24 * 3600_000)

  it('keeps a client with a living connection and removes one that nobody is connected by', async () => {
    const used = await register({ ...claude, client_name: `used ${Math.random()}` })
    const unused = await register({ ...claude, client_name: `unused ${Math.random()}` })
    const operators = await linking.createClient()
    const client = linking.openClient(used.answer.client_id, claude.redirect_uris[0] ?? '')
    const { refresh } = await linking.linkOpen(await createPerson(), client)
    await db().client.updateMany({ data: { createdAt: old } })
    await db().grant.updateMany({
      where: { clientId: used.answer.client_id },
      data: { createdAt: old },
    })
    await sweepRegistered()
    const ids = [used.answer.client_id, unused.answer.client_id, operators.metadata.client_id]
    const left = await db().client.findMany({ where: { id: { in: ids } }, select: { id: true } })
    expect(left.map(({ id }) => id).sort()).toEqual([ids[0], ids[2]].sort())
    expect((await linking.refresh(client, refresh)).access_token).toBeTruthy()
  })
})

describe('discovery', () => {
  it('says how clients may come, the same at both addresses', async () => {
    const read = async (path: string) => (await fetch(`${env().origin}/.well-known/${path}`)).json()
    const metadata = await read('oauth-authorization-server')
    expect(await read('openid-configuration')).toEqual(metadata)
    expect(metadata).toMatchObject({
      issuer: env().origin,
      registration_endpoint: `${env().origin}/oauth/register`,
      client_id_metadata_document_supported: true,
      authorization_response_iss_parameter_supported: true,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
    })
    expect(metadata.grant_types_supported.sort()).toEqual(['authorization_code', 'refresh_token'])
    expect(metadata.token_endpoint_auth_methods_supported).toEqual(
      expect.arrayContaining([
        'none',
        'private_key_jwt',
        'client_secret_basic',
        'client_secret_post',
      ]),
    )
    expect(metadata.token_endpoint_auth_signing_alg_values_supported).toContain('RS256')
  })

  it('is readable by a client that runs in a browser', async () => {
    for (const path of [
      '/.well-known/oauth-authorization-server',
      '/oauth/register',
      '/oauth/token',
    ]) {
      const response = await fetch(env().origin + path, {
        method: 'OPTIONS',
        headers: {
          origin: 'http://localhost:6274',
          'access-control-request-method': path.startsWith('/oauth') ? 'POST' : 'GET',
          'access-control-request-headers': 'content-type,mcp-protocol-version',
        },
      })
      expect([path, response.headers.get('access-control-allow-origin')]).not.toContain(null)
    }
  })

  it('answers whatever protocol version a discovering client names', async () => {
    for (const path of ['oauth-protected-resource', 'oauth-authorization-server']) {
      const response = await fetch(`${env().origin}/.well-known/${path}`, {
        headers: { 'mcp-protocol-version': '2024-11-05' },
      })
      expect(response.status).toBe(200)
    }
  })

  it('shows nothing at the registration endpoint to who only looks', async () => {
    const { status } = await createBrowser().visit(`${env().origin}/oauth/register`)
    expect(status).toBe(404)
  })
})
