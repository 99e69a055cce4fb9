import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { authorizationServer } from '@/lib/authorization-server'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { createBrowser } from '@/lib/testing/browser'
import { serveDocuments } from '@/lib/testing/documents'
import * as linking from '@/lib/testing/link'
import { measured } from '@/lib/testing/measured'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { sweepRegistered } from './clients/registration'
import { readLogoutRequest } from './logout-request'

serveEndpoints()
const vendor = serveDocuments()
const redirectUri = 'https://vendor.example/callback'

/** As it stands, without the spelling that fetch would give it. */
const postRaw = (path: string, body: string, type = 'application/json') =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(env().origin)
    const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body) }
    const sent = httpRequest({ hostname, port, path, method: 'POST', headers }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: Number(response.statusCode), text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

const register = async (body: object) => {
  const { status, text } = await postRaw('/oauth/register', JSON.stringify(body))
  return { status, answer: JSON.parse(text) as { client_id: string; [name: string]: unknown } }
}

const publicClient = (extra: object = {}) => ({
  redirect_uris: [redirectUri],
  token_endpoint_auth_method: 'none',
  ...extra,
})

async function ask(clientId: string, uri = redirectUri) {
  const challenge = await linking.challengeOf('v'.repeat(43))
  const client = linking.openClient(clientId, uri)
  const url = linking.authorizeUrl(client, { resource: linking.mcp(), ...challenge })
  const browser = createBrowser()
  return { ...(await browser.visit(url)), browser }
}

describe('a registration', () => {
  it.each([
    '/oauth/REGISTER',
    '/oauth/register/',
    '/oauth/Register/',
    '/oauth/register#',
    '/oauth/%72egister',
  ])('is not let past its filter by writing %s', async (path) => {
    const body = JSON.stringify(publicClient({ redirect_uris: ['http://evil.example/cb'] }))
    const { status } = await postRaw(path, body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(
      await db().client.count({ where: { redirectUris: { has: 'http://evil.example/cb' } } }),
    ).toBe(0)
  })

  it('with characters that control a terminal or a database is cleaned or refused', async () => {
    const { status, answer } = await register(publicClient({ client_name: '\u001b[2JClaude' }))
    expect([status, answer.client_name]).toEqual([201, '[2JClaude'])
    const nul = [{ client_name: 'a\0b' }, { redirect_uris: ['https://vendor.example/\0'] }]
    for (const one of nul) expect((await register(publicClient(one))).status).toBe(400)
  })

  it('nested ten thousand deep is an answer, not a crash', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
    const body = `{"redirect_uris":["${redirectUri}"],"token_endpoint_auth_method":"private_key_jwt","jwks":{"keys":[{"kty":"RSA","n":${deep}}]}}`
    expect((await postRaw('/oauth/register', body)).status).toBeLessThan(500)
  })

  it('cannot name for which surface it is let in', async () => {
    const { answer } = await register(publicClient({ surface: 'mcp', client_name: randomUUID() }))
    expect(await db().client.findUnique({ where: { id: answer.client_id } })).toMatchObject({
      surface: 'api',
    })
  })

  it('made anew a moment ago is not swept for being old', async () => {
    const body = publicClient({ client_name: randomUUID() })
    const { answer } = await register(body)
    const old = new Date(Date.now() - 31 * 24 * 3600_000)
    await db().client.update({ where: { id: answer.client_id }, data: { createdAt: old } })
    await register(body)
    await sweepRegistered()
    expect((await ask(answer.client_id)).status).toBe(303)
  })

  it('for a loopback address cannot come back to this very site', async () => {
    const uri = 'http://localhost/docs/callback'
    const { answer } = await register(publicClient({ redirect_uris: [uri] }))
    expect((await ask(answer.client_id, 'http://localhost:1/docs/callback')).status).toBe(303)
    expect((await ask(answer.client_id, `${env().origin}/docs/callback`)).status).toBe(400)
  })
})

describe('a scheme of an app’s own', () => {
  it('shows itself at consent, not the host that it names', async () => {
    const uri = 'com.evil.app://claude.ai/api/mcp/auth_callback'
    const { answer } = await register(publicClient({ client_name: 'Claude', redirect_uris: [uri] }))
    const { location, browser } = await ask(answer.client_id, uri)
    const uid =
      String(location)
        .split(/[/?=]|%2F/)
        .at(-1) ?? ''
    const request = await authorizationServer.getConsentRequest(uid, browser.cookies())
    expect(request).toMatchObject({
      redirectHost: 'com.evil.app:',
      redirectIsLoopback: true,
      identity: 'none',
    })
  })

  it('that any website can claim is refused', async () => {
    const uris = ['web+evil://claude.ai/cb']
    expect((await register(publicClient({ redirect_uris: uris }))).status).toBe(400)
  })
})

describe('documents that strangers name', () => {
  const keyPair = () => generateKeyPair('RS256', { extractable: true })

  async function signingClient() {
    const { privateKey, publicKey } = await keyPair()
    const keys = vendor.put(`/${randomUUID()}/jwks.json`, {
      keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' }],
    })
    const id = vendor.put(`/${randomUUID()}/client.json`, (url) => ({
      client_id: url,
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'RS256',
      jwks_uri: keys,
    }))
    const assertion = (exp = Math.floor(Date.now() / 1000) + 60) =>
      new SignJWT({ jti: randomUUID() })
        .setProtectedHeader({ alg: 'RS256', kid: 'k' })
        .setIssuer(id)
        .setSubject(id)
        .setAudience(env().origin)
        .setExpirationTime(exp)
        .sign(privateKey)
    const send = async (client_assertion: string) => {
      const form = {
        grant_type: 'refresh_token',
        refresh_token: 'nobody',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion,
      }
      const text = new URLSearchParams(form).toString()
      const answer = await postRaw('/oauth/token', text, 'application/x-www-form-urlencoded')
      return [answer.status, JSON.parse(answer.text).error]
    }
    return { id, keys, assertion, send }
  }

  it('are never taken for each other: naming a key set as a client leaves the keys alone', async () => {
    const { keys, assertion, send } = await signingClient()
    expect((await ask(keys)).status).toBe(400)
    expect(await send(await assertion())).toEqual([400, 'invalid_grant'])
    const rows = await db().clientDocument.findMany({ where: { url: keys } })
    expect(rows.map(({ kind }) => kind)).toEqual(['keys'])
  })

  it('sign each request once, however many come at the same moment, and not for years', async () => {
    const { assertion, send } = await signingClient()
    const one = await assertion()
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(one)))
    expect(answers.filter(([, error]) => error === 'invalid_grant')).toHaveLength(1)
    expect(answers.filter(([, error]) => error === 'invalid_client')).toHaveLength(7)
    for (const exp of [4_000_000_000, 9e15]) {
      expect(await send(await assertion(exp))).toEqual([401, 'invalid_client'])
    }
  })

  it('hold up nobody else while their host does not answer', async () => {
    const slow = Array.from({ length: 20 }, (_, n) =>
      vendor.put(`/slow-${n}`, '{}', { delayMs: 3000 }),
    )
    const asked = slow.map((url) => ask(url))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const good = serveElsewhere.put('/client.json', (id) => ({
      client_id: id,
      redirect_uris: [redirectUri],
    }))
    expect((await ask(good)).status).toBe(303)
    await Promise.all(asked)
  })
})

const serveElsewhere = serveDocuments()

describe('signing out', () => {
  it('does not lead to an address that a stranger registered', async () => {
    const evil = 'https://evil.example/phish'
    const { answer } = await register(
      publicClient({ client_name: randomUUID(), post_logout_redirect_uris: [evil] }),
    )
    const query = new URLSearchParams({
      client_id: answer.client_id,
      post_logout_redirect_uri: evil,
    })
    const { location } = await createBrowser().visit(`${env().origin}/oauth/logout?${query}`)
    const sealed = new URL(String(location), env().origin).searchParams.get('request')
    expect(readLogoutRequest(sealed)).toMatchObject({ next: null })
    expect((await createBrowser().visit(`${env().origin}/oauth/logout/success`)).status).toBe(404)
  })
})

describe('long nonsense', () => {
  it('in a header costs no time', measured, async () => {
    const spaces = ' '.repeat(14_000)
    const start = performance.now()
    await fetch(linking.mcp(), {
      method: 'POST',
      headers: { authorization: `Bearer x${spaces}y` },
      body: '{}',
    })
    await fetch(`${env().origin}/robots.txt`, { headers: { 'if-none-match': `x${spaces}y` } })
    // Backtracking over these would take many times as long.
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('in a call gets a short answer', async () => {
    const { access } = await linking.link(await createPerson(), await linking.createClient())
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`key${n}`, 1]))
    const body = JSON.stringify(many)
    const response = await linking.callApi(access, '/api/reservations', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect(response.status).toBe(400)
    expect((await response.text()).length).toBeLessThan(5000)
  })
})
