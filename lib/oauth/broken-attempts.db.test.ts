import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import { explain, type Reason } from '@/lib/attempts/reasons'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { db, query } from '@/lib/data/db'
import { env } from '@/lib/env'
import { sha256 } from '@/lib/secrets'
import {
  askFor,
  attemptsOf,
  codeFor,
  hostAgent,
  post,
  redirectUri,
  serveClients,
} from '@/lib/testing/attempts'
import { createBrowser } from '@/lib/testing/browser'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

serveEndpoints()
const { putDocument } = serveClients()

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
