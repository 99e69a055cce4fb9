import { randomUUID } from 'node:crypto'
import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import type { Facts } from '@/lib/attempts/facts'
import type { Reason } from '@/lib/attempts/reasons'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { randomToken } from '@/lib/secrets'
import { serveDocuments } from '@/lib/testing/documents'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

serveEndpoints()
const vendor = serveDocuments()
const redirectUri = 'https://vendor.example/callback'

const putDocument = (extra: object | string = {}, answer = {}) =>
  vendor.put(
    `/${randomUUID().slice(0, 8)}.json`,
    typeof extra === 'string'
      ? extra
      : (id) => ({ client_id: id, client_name: 'Vendor', redirect_uris: [redirectUri], ...extra }),
    answer,
  )

type Steps = { step: string; facts: Facts }[]

async function lastOf(where: { clientId?: string; userAgent?: string }) {
  await attemptsWritten()
  const row = await db().attempt.findFirst({ where, orderBy: { startedAt: 'desc' } })
  return {
    ...row,
    facts: (step: string) => toSteps(row?.steps).find((one) => one.step === step)?.facts,
  }
}

const toSteps = (steps: unknown) => (steps ?? []) as Steps

async function ask(clientId: string, extra: Record<string, string> = {}, headers = {}) {
  const challenge = await linking.challengeOf(oauth.generateRandomCodeVerifier())
  const client = linking.openClient(clientId, redirectUri)
  const url = linking.authorizeUrl(client, { resource: linking.mcp(), ...challenge, ...extra })
  return fetch(url, { redirect: 'manual', headers })
}

describe('a client’s document that cannot be had', () => {
  it.each<[string, () => string, Reason]>([
    ['at another port', () => 'https://vendor.example:8443/client.json', 'document.bad_url'],
    ['by TLS where there is none', () => putDocument().replace('http:', 'https:'), 'document.tls'],
    ['where nobody listens', () => 'http://127.0.0.1:1/client.json', 'document.network'],
    ['that does not come', () => putDocument({}, { delayMs: 6000 }), 'document.timeout'],
    ['that is a list', () => putDocument('[]'), 'document.not_an_object'],
    [
      'that signs without a key',
      () => putDocument({ token_endpoint_auth_method: 'private_key_jwt' }),
      'document.metadata_refused',
    ],
  ])('%s', async (_what, put, reason) => {
    const clientId = put()
    await ask(clientId)
    expect(await lastOf({ clientId })).toMatchObject({ end: 'failed', reason })
  })

  it('because one place asks for one after the other', async () => {
    const from = { 'x-forwarded-for': '198.51.100.77' }
    const asked = Array.from({ length: 11 }, () => putDocument())
    for (const clientId of asked) await ask(clientId, {}, from)
    const reason = 'document.busy' satisfies Reason
    expect(await lastOf({ clientId: asked.at(-1) })).toMatchObject({ end: 'failed', reason })
  })
})

it('a request in a mode that is not offered', async () => {
  const clientId = putDocument()
  await ask(clientId, { response_mode: 'nonsense' })
  const reason = 'authorize.request_refused' satisfies Reason
  expect(await lastOf({ clientId })).toMatchObject({ end: 'failed', reason })
})

describe('the facts of a step', () => {
  it('set what was asked beside what is registered', async () => {
    const clientId = putDocument({ redirect_uris: [redirectUri, `${redirectUri}/second`] })
    await ask(clientId, { redirect_uri: 'https://vendor.example/other?key=1', scope: 'openid x' })
    const attempt = await lastOf({ clientId })
    expect(attempt.facts('authorize')).toMatchObject({
      redirect_uri: 'https://vendor.example/other',
      registered: `${redirectUri}, ${redirectUri}/second`,
      error: 'invalid_redirect_uri',
      pkce: 'S256',
      scope: 'openid x',
      resource: linking.mcp(),
    })
  })

  it('say what the document’s host answered', async () => {
    const clientId = putDocument({}, { status: 403 })
    await ask(clientId)
    expect((await lastOf({ clientId })).facts('document')).toEqual({
      document: clientId,
      status: '403',
    })
  })

  it('say how the token was asked for, as the host sent it', async () => {
    const client = await linking.createClient()
    const back = await linking.authorize(await createPerson(), linking.authorizeUrl(client))
    const response = await fetch(`${env().origin}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Python/3.9' },
      body: JSON.stringify({
        grant_type: 'authorization_code',
        client_id: client.metadata.client_id,
        client_secret: 'wrong',
        code: back.searchParams.get('code'),
        redirect_uri: client.redirectUri,
      }),
    })
    expect(response.status).toBe(401)
    const attempt = await lastOf({ clientId: client.metadata.client_id })
    expect(attempt).toMatchObject({ reason: 'token.client_refused', host: 'gpt-action' })
    expect(attempt.facts('token')).toEqual({
      status: '401',
      error: 'invalid_client',
      agent: 'Python/3.9',
      content_type: 'application/json',
      redirect_uri: client.redirectUri,
      grant_type: 'authorization_code',
      pkce: 'none',
      auth: 'client_secret_post',
      registered_auth: 'client_secret_basic',
    })
  })

  it('tell which host it is before anybody signs in, and what it first called', async () => {
    const userAgent = `openai-mcp/${randomUUID()}`
    const headers = {
      'user-agent': userAgent,
      accept: 'application/json',
      'mcp-protocol-version': '2025-11-25',
    }
    await fetch(`${env().origin}/api/reservations`, { headers })
    const attempt = await lastOf({ userAgent })
    expect(attempt.host).toBe('chatgpt')
    expect(attempt.facts('challenge')).toMatchObject({
      path: '/api/reservations',
      status: '401',
      accept: 'application/json',
      protocol: '2025-11-25',
    })
  })
})

describe('a client that puts a secret where none belongs', () => {
  const planted = () => ({
    code: randomToken(),
    verifier: randomToken(),
    token: `eyJhbGciOiJFUzI1NiJ9.${randomToken()}.${randomToken()}`,
    key: `lk_${randomToken()}`,
    hex: randomToken().replace(/\W|_/g, 'a'),
  })

  it.each(Object.keys(planted()) as (keyof ReturnType<typeof planted>)[])(
    'leaves no %s in any attempt',
    async (kind) => {
      const secret = planted()[kind]
      const everywhere = (names: string[]) => Object.fromEntries(names.map((n) => [n, secret]))
      const clientId = putDocument()
      const headers = {
        authorization: `Basic ${secret}`,
        cookie: `session=${secret}`,
        accept: `text/html; token=${secret}`,
        'content-type': `application/json; token=${secret}`,
        'mcp-protocol-version': secret,
        'user-agent': `agent token=${secret}`,
      }
      const { authorization: _, ...without } = headers
      const names = ['scope', 'response_type', 'prompt', 'code_challenge_method', 'state', 'nonce']
      const address = `https://user:${secret}@vendor.example/${secret}?code=${secret}#${secret}`
      for (const name of names) await ask(clientId, { [name]: secret }, without)
      await ask(clientId, { resource: address, redirect_uri: address, id_token_hint: secret })
      await ask(secret, { redirect_uri: address })
      await fetch(`${env().origin}/api/reservations?token=${secret}`, { headers: without })
      const token = ['grant_type', 'client_secret', 'code', 'code_verifier', 'refresh_token']
      const body = { ...everywhere([...token, 'client_id', 'scope']), resource: address }
      for (const grant of [secret, 'authorization_code', 'refresh_token']) {
        const sent = JSON.stringify({ ...body, redirect_uri: address, grant_type: grant })
        await fetch(`${env().origin}/oauth/token`, { method: 'POST', headers, body: sent })
      }
      const registration = {
        ...everywhere(['software_statement', 'client_secret', 'scope', 'grant_types']),
        redirect_uris: [address],
        token_endpoint_auth_method: secret,
      }
      const sent = JSON.stringify(registration)
      await fetch(`${env().origin}/oauth/register`, { method: 'POST', headers, body: sent })
      await attemptsWritten()
      const kept = JSON.stringify(await db().attempt.findMany())
      expect(kept.includes('agent toke...')).toBe(true)
      // What tells an unknown client id from others is its beginning.
      for (const part of secret.split('.')) expect(kept.includes(part.slice(0, 13))).toBe(false)
    },
  )
})
