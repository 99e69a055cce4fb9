import { randomUUID } from 'node:crypto'
import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import { explain, type Reason } from '@/lib/attempts/reasons'
import { sweepAttempts } from '@/lib/attempts/sweep'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { db, query } from '@/lib/data/db'
import { env } from '@/lib/env'
import { sha256 } from '@/lib/secrets'
import { createBrowser } from '@/lib/testing/browser'
import { serveDocuments } from '@/lib/testing/documents'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

serveEndpoints()
const vendor = serveDocuments()
const redirectUri = 'https://vendor.example/callback'

const putDocument = (extra: object = {}, answer = {}) =>
  vendor.put(
    `/${randomUUID()}.json`,
    (id) => ({ client_id: id, client_name: 'Vendor', redirect_uris: [redirectUri], ...extra }),
    answer,
  )

async function attemptsOf(clientId: string) {
  await attemptsWritten()
  const rows = await db().attempt.findMany({ where: { clientId }, orderBy: { startedAt: 'asc' } })
  return rows.map((row) => ({
    ...row,
    steps: (row.steps as { step: string }[]).map(({ step }) => step),
  }))
}

const post = (path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(env().origin + path, { method: 'POST', body: new URLSearchParams(body), headers })

/** A host's server, told apart from the others by what it calls itself. */
const hostAgent = () => ({ 'user-agent': `host/${randomUUID()}` })

async function registerAs(agent: Record<string, string>, extra: object = {}) {
  const response = await fetch(`${env().origin}/oauth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...agent },
    body: JSON.stringify({
      client_name: `Host ${randomUUID()}`,
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'none',
      ...extra,
    }),
  })
  return String((await response.json()).client_id)
}

async function askFor(clientId: string, extra: Record<string, string> = {}) {
  const verifier = oauth.generateRandomCodeVerifier()
  const client = linking.openClient(clientId, redirectUri)
  const asked = {
    resource: linking.mcp(),
    ...(await linking.challengeOf(verifier)),
    ...extra,
  }
  return { client, verifier, url: linking.authorizeUrl(client, asked) }
}

/** Up to the code; what comes back is what the client would exchange. */
async function codeFor(clientId: string) {
  const person = await createPerson()
  const { client, verifier, url } = await askFor(clientId)
  const back = await linking.authorize(person, url)
  return { person, client, verifier, code: String(back.searchParams.get('code')) }
}

describe('an attempt', () => {
  it('holds every step of a client that finds its own way, and ends once', async () => {
    const agent = hostAgent()
    const challenge = await fetch(`${env().origin}/api/reservations`, { headers: agent })
    expect(challenge.status).toBe(401)
    await fetch(`${env().origin}/.well-known/oauth-protected-resource/mcp`, { headers: agent })
    const clientId = await registerAs(agent)
    const { person, verifier, code } = await codeFor(clientId)
    const parameters = {
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      code,
    }
    const tokens = await (await post('/oauth/token', parameters, agent)).json()
    const call = () => linking.callMcp(tokens.access_token)
    expect((await call()).status).toBe(200)
    await call()
    const [attempt, ...more] = await attemptsOf(clientId)
    expect(more).toEqual([])
    expect(attempt).toMatchObject({ end: 'completed', reason: null, accountId: person.id })
    expect(attempt?.steps).toEqual([
      ...['challenge', 'metadata', 'registration', 'authorize', 'sign_in', 'consent'],
      ...['code', 'token', 'first_call'],
    ])
  })

  it('joins what a host did before anybody knew it, when that host comes for its token', async () => {
    const agent = hostAgent()
    await fetch(`${env().origin}/api/reservations`, { headers: agent })
    const clientId = putDocument()
    const { verifier, code } = await codeFor(clientId)
    const parameters = { client_id: clientId, redirect_uri: redirectUri, code_verifier: verifier }
    await post('/oauth/token', { grant_type: 'authorization_code', code, ...parameters }, agent)
    const [attempt] = await attemptsOf(clientId)
    expect(attempt?.steps).toEqual([
      ...['challenge', 'document', 'authorize', 'sign_in', 'consent', 'code', 'token'],
    ])
    expect(await db().attempt.count({ where: { userAgent: agent['user-agent'] } })).toBe(1)
  })

  it('is one of its own each time the same client comes', async () => {
    const person = await createPerson()
    const clientId = putDocument()
    const client = linking.openClient(clientId, redirectUri)
    await linking.linkOpen(person, client)
    await linking.linkOpen(person, client)
    const attempts = await attemptsOf(clientId)
    expect(attempts).toHaveLength(2)
    // The second time the consent is remembered: nobody is asked, and the steps are the same.
    expect(attempts[1]?.steps).toEqual(attempts[0]?.steps)
  })

  it('is not ended by what a stranger asks for in the name of the same client', async () => {
    const client = await linking.createClient()
    const person = await createPerson()
    await linking.link(person, client)
    // Consent is remembered: the second one has no question.
    await linking.link(person, client)
    await createBrowser().visit(linking.authorizeUrl(client, { response_type: 'wrong' }))
    const attempts = await attemptsOf(client.metadata.client_id)
    expect(attempts.map(({ end, grantId }) => [end, grantId !== null])).toEqual([
      [null, true],
      [null, true],
      ['failed', false],
    ])
  })

  it('says that the person declined', async () => {
    const clientId = putDocument()
    const { url } = await askFor(clientId)
    await linking.authorize(await createPerson(), url, { allow: false })
    const [attempt] = await attemptsOf(clientId)
    expect(attempt).toMatchObject({ end: 'declined', reason: 'consent.denied' })
    expect(attempt?.steps).toEqual(['document', 'authorize', 'sign_in'])
  })

  it('holds no code, token, verifier or secret', async () => {
    const clientId = putDocument()
    const { verifier, code } = await codeFor(clientId)
    const secret = `secret-${randomUUID()}`
    const body = { client_id: clientId, client_secret: secret, code, code_verifier: verifier }
    await post('/oauth/token', { grant_type: 'authorization_code', ...body })
    const text = JSON.stringify(await attemptsOf(clientId))
    for (const hidden of [code, verifier, secret]) expect(text).not.toContain(hidden)
  })
})

describe('a broken configuration is told apart:', () => {
  const expectFailed = async (clientId: string, reason: Reason) => {
    const attempt = (await attemptsOf(clientId)).at(-1)
    expect([attempt?.end, attempt?.reason]).toEqual(['failed', reason])
    expect(explain(reason).todo.length).toBeGreaterThan(10)
  }

  it.each<[string, Reason, object, object]>([
    [
      'a document that names another client',
      'document.client_id_differs',
      { client_id: 'https://x.example/y' },
      {},
    ],
    [
      'a document that redirects',
      'document.redirect',
      {},
      { status: 302, headers: { location: '/' } },
    ],
    ['a document that is not there', 'document.status', {}, { status: 404 }],
    ['a document that is too large', 'document.too_large', { padding: 'x'.repeat(20_000) }, {}],
    [
      'a document that is a page',
      'document.content_type',
      {},
      { headers: { 'content-type': 'text/html' } },
    ],
    ['a document with a secret', 'document.auth_method_refused', { client_secret: 'x' }, {}],
    [
      'a document without a redirect address',
      'document.redirect_uris_missing',
      { redirect_uris: [] },
      {},
    ],
    [
      'a document with plain http',
      'document.redirect_uri_refused',
      { redirect_uris: ['http://v.example/'] },
      {},
    ],
  ])('%s', async (_what, reason, extra, answer) => {
    const clientId = putDocument(extra, answer)
    await createBrowser().visit((await askFor(clientId)).url)
    await expectFailed(clientId, reason)
  })

  it.each<[string, Reason]>([
    ['https://10.1.2.3/client.json', 'document.blocked_address'],
    ['https://nowhere.invalid/client.json', 'document.dns'],
    ['client_that_was_deleted', 'client.unknown'],
  ])('a client id that leads nowhere: %s', async (clientId, reason) => {
    await createBrowser().visit((await askFor(clientId)).url)
    await expectFailed(clientId.startsWith('http') ? clientId : 'client_that_…', reason)
  })

  it.each<[string, Record<string, string>, Reason]>([
    ['no PKCE', { code_challenge: '', code_challenge_method: '' }, 'authorize.pkce_missing'],
    ['plain PKCE', { code_challenge_method: 'plain' }, 'authorize.pkce_not_s256'],
    ['no resource', { resource: '' }, 'authorize.resource_refused'],
    ['a resource with a slash too many', { resource: 'slash' }, 'authorize.resource_refused'],
    ['an implicit flow', { response_type: 'token' }, 'authorize.response_type_refused'],
    [
      'another redirect address',
      { redirect_uri: 'https://vendor.example/other' },
      'authorize.redirect_uri_mismatch',
    ],
    ['no redirect address', { redirect_uri: '' }, 'authorize.redirect_uri_missing'],
    ['no question allowed', { prompt: 'none' }, 'authorize.interaction_required'],
  ])('an authorization request with %s', async (_what, extra, reason) => {
    const clientId = putDocument({ redirect_uris: [redirectUri, 'https://vendor.example/second'] })
    const url = new URL((await askFor(clientId)).url)
    for (const [name, value] of Object.entries(extra)) {
      if (value === '') url.searchParams.delete(name)
      else url.searchParams.set(name, value === 'slash' ? `${linking.mcp()}/` : value)
    }
    await createBrowser().visit(url.href)
    await expectFailed(clientId, reason)
  })

  it.each<[string, Record<string, string>, Reason]>([
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 'token.verifier_mismatch'],
    ['no verifier', { code_verifier: '' }, 'token.verifier_mismatch'],
    ['a code that was cut', { code: 'x' }, 'token.code_unknown'],
    [
      'another redirect address',
      { redirect_uri: 'https://vendor.example/other' },
      'token.redirect_uri_mismatch',
    ],
    ['a secret that nobody gave it', { client_secret: 'guess' }, 'token.client_refused'],
    ['another resource', { resource: 'api' }, 'token.resource_refused'],
    ['another grant', { grant_type: 'client_credentials' }, 'token.grant_refused'],
    ['no code', { code: '' }, 'token.request_refused'],
  ])('a token request with %s', async (_what, extra, reason) => {
    const clientId = putDocument()
    const { verifier, code } = await codeFor(clientId)
    const body: Record<string, string> = {
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      code,
    }
    for (const [name, value] of Object.entries(extra)) {
      if (value === '') delete body[name]
      else body[name] = value === 'api' ? `${env().origin}/api` : value
    }
    expect((await post('/oauth/token', body)).status).toBeGreaterThanOrEqual(400)
    await expectFailed(clientId, reason)
  })

  it('a wrong client secret at the host', async () => {
    const client = await linking.createClient()
    const person = await createPerson()
    const back = await linking.authorize(person, linking.authorizeUrl(client))
    const wrong = { ...client, auth: oauth.ClientSecretPost('wrong') }
    await expect(linking.exchange(wrong, back)).rejects.toThrow()
    await expectFailed(client.metadata.client_id, 'token.client_refused')
  })

  it('a code that comes twice, or too late', async () => {
    const used = putDocument()
    const late = putDocument()
    for (const clientId of [used, late]) {
      const { verifier, code } = await codeFor(clientId)
      const parameters = { client_id: clientId, redirect_uri: redirectUri, code_verifier: verifier }
      const body = { grant_type: 'authorization_code', code, ...parameters }
      if (clientId === late) {
        await query(
          'test_expire',
          `UPDATE "OAuthArtifact" SET "payload" = ("payload"::jsonb || '{"exp":1}')::text
           WHERE "kind" = 'AuthorizationCode' AND "id" = $1`,
          [sha256(code)],
        )
      } else await post('/oauth/token', body)
      await post('/oauth/token', body)
    }
    await expectFailed(used, 'token.code_used')
    await expectFailed(late, 'token.code_expired')
  })

  it('a token for the API that is used at MCP', async () => {
    const clientId = putDocument()
    const client = linking.openClient(clientId, redirectUri)
    const { access } = await linking.linkOpen(await createPerson(), client, `${env().origin}/api`)
    expect((await linking.callMcp(access)).status).toBe(401)
    await expectFailed(clientId, 'call.wrong_resource')
  })

  it.each<[unknown, Reason]>([
    [{ redirect_uris: ['http://vendor.example/cb'] }, 'registration.redirect_uri_refused'],
    [{ redirect_uris: [] }, 'registration.redirect_uris_missing'],
    ['not an object', 'registration.not_an_object'],
    [
      { redirect_uris: [redirectUri], token_endpoint_auth_method: 'private_key_jwt' },
      'registration.metadata_refused',
    ],
  ])('a registration that says %j', async (body, reason) => {
    const agent = hostAgent()
    const response = await fetch(`${env().origin}/oauth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...agent },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(400)
    await attemptsWritten()
    const rows = await db().attempt.findMany({ where: { userAgent: agent['user-agent'] } })
    expect(rows.map(({ end, reason: why }) => [end, why])).toEqual([['failed', reason]])
  })
})

describe('an attempt that nobody goes on with', () => {
  it.each<[string, Reason]>([
    ['challenge', 'discovery.never_followed'],
    ['registration', 'registration.never_used'],
    ['authorize', 'sign_in.never_finished'],
    ['sign_in', 'consent.never_answered'],
    ['code', 'token.never_requested'],
    ['token', 'call.never_made'],
  ])('is abandoned an hour after %s', async (step, reason) => {
    const id = randomUUID()
    const past = new Date(Date.now() - 2 * 3600_000)
    await db().attempt.create({
      data: {
        id,
        address: '203.0.113.7',
        userAgent: '',
        steps: [{ step }],
        startedAt: past,
        updatedAt: past,
      },
    })
    await sweepAttempts()
    expect(await db().attempt.findUnique({ where: { id } })).toMatchObject({
      end: 'abandoned',
      reason,
    })
  })

  it('keeps its address for a week and is kept for thirty days', async () => {
    const add = (address: string, days: number) =>
      db().attempt.create({
        data: {
          ...{ id: randomUUID(), address, userAgent: 'sweep', steps: [] },
          startedAt: new Date(Date.now() - days * 24 * 3600_000),
        },
      })
    const [v4, v6, odd] = [
      await add('203.0.113.77', 8),
      await add('2001:db8:1:2::3', 8),
      await add('unknown', 8),
    ]
    const [recent, old] = [await add('203.0.113.78', 6), await add('203.0.113.79', 31)]
    await sweepAttempts()
    await sweepAttempts()
    const rows = await query<{ id: string; address: string }>(
      'test_swept',
      `SELECT "id", "address" FROM "Attempt" WHERE "userAgent" = 'sweep'`,
      [],
    )
    expect(Object.fromEntries(rows.map(({ id, address }) => [id, address]))).toEqual({
      [v4.id]: '203.0.113.0',
      [v6.id]: '2001:db8:1::',
      [odd.id]: 'unknown',
      [recent.id]: '203.0.113.78',
    })
    expect(rows.map(({ id }) => id)).not.toContain(old.id)
  })
})
