import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
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
