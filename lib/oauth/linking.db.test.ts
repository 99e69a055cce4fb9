import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import { env } from '@/lib/env'
import { createBrowser } from '@/lib/testing/browser'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

serveEndpoints()

describe('linking', () => {
  it('links a registered client without PKCE, and the token acts for the person', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { tokens, access } = await linking.link(person, client)
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600 })
    expect(tokens.scope).toBe('reservations:read reservations:write')
    expect((await linking.callApi(access)).status).toBe(200)
  })

  it('takes the secret by Basic as well as in the body', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { addClient } = await import('./clients/registered')
    const added = await addClient({ preset: 'gpt-action', redirectUris: [client.redirectUri] })
    const basic = {
      ...client,
      metadata: { client_id: added.clientId },
      auth: oauth.ClientSecretBasic(added.clientSecret),
    }
    expect((await linking.link(person, basic)).access).toBeTruthy()
  })

  it('gives the default scopes when the host sends an empty scope or none', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { tokens } = await linking.link(person, client, { scope: '' })
    expect(tokens.scope).toBe('reservations:read reservations:write')
  })

  it('reads a token request that comes as JSON', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { addClient } = await import('./clients/registered')
    const added = await addClient({ preset: 'chatgpt-plugin', redirectUris: [client.redirectUri] })
    const asJson = { ...client, metadata: { client_id: added.clientId } }
    const back = await linking.authorize(person, linking.authorizeUrl(asJson))
    const response = await fetch(`${env().origin}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'authorization_code',
        client_id: added.clientId,
        client_secret: added.clientSecret,
        code: back.searchParams.get('code'),
        redirect_uri: client.redirectUri,
      }),
    })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
  })

  it('sends the state back unchanged, with the issuer', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const state = 'ä&=?# "<script>'
    const back = await linking.authorize(person, linking.authorizeUrl(client, { state }))
    expect(back.searchParams.get('state')).toBe(state)
    expect(back.searchParams.get('iss')).toBe(env().origin)
  })

  it('tells access_denied with state and issuer when the person refuses', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const back = await linking.authorize(person, linking.authorizeUrl(client), { allow: false })
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error: 'access_denied',
      state: 'state-of-the-host',
      iss: env().origin,
    })
    expect(back.searchParams.get('code')).toBeNull()
  })

  it.each([
    'https://evil.example/callback',
    'https://chat.openai.com/aip/another/oauth/callback',
    'https://chat.openai.com/aip/plugin-1/oauth/callback/',
    'https://chat.openai.com/aip/plugin-1/oauth/callback?x=1',
    'javascript:alert(1)',
  ])('shows a page of ours instead of going to %s', async (redirectUri) => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const url = linking.authorizeUrl({ ...client, redirectUri })
    const { status, location, body } = await person.browser.visit(url)
    expect(status).toBe(400)
    expect(location).toBeNull()
    expect(body).toContain('Could not connect')
    expect(body).not.toContain('evil.example')
  })

  it('refuses a public client without S256, telling it so', async () => {
    const person = await createPerson()
    const client = {
      metadata: { client_id: 'latchkey-docs' },
      auth: oauth.None(),
      redirectUri: `${env().origin}/docs/callback`,
    }
    const plain = { code_challenge: 'a'.repeat(43), code_challenge_method: 'plain' }
    for (const extra of [undefined, plain]) {
      const back = await linking.authorize(person, linking.authorizeUrl(client, extra))
      expect(back.searchParams.get('error')).toBe('invalid_request')
      expect(back.searchParams.get('iss')).toBe(env().origin)
    }
  })

  it('links a public client with S256, and asks each time at a loopback address', async () => {
    const person = await createPerson()
    const client = {
      metadata: { client_id: 'latchkey-docs' },
      auth: oauth.None(),
      redirectUri: `${env().origin}/docs/callback`,
    }
    const verifier = oauth.generateRandomCodeVerifier()
    const extra = {
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }
    const back = await linking.authorize(person, linking.authorizeUrl(client, extra))
    await expect(
      linking.exchange(client, back, oauth.generateRandomCodeVerifier()),
    ).rejects.toMatchObject({ error: 'invalid_grant' })
    const again = await linking.authorize(person, linking.authorizeUrl(client, extra))
    expect((await linking.exchange(client, again, verifier)).access_token).toBeTruthy()
    const { location } = await person.browser.visit(linking.authorizeUrl(client, extra))
    expect(location).toMatch(/^\/interaction\//)
  })

  it('asks a person once, and makes each linking a connection of its own', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const first = await linking.link(person, client)
    const { location } = await person.browser.visit(linking.authorizeUrl(client))
    expect(location).toMatch(/^https:\/\/chat\.openai\.com\/.*code=/)
    const second = await linking.exchange(client, new URL(String(location)))
    const { listConnections, revokeConnections } = await import('@/lib/connections/connections')
    const [newer, older] = await listConnections(person.id)
    await revokeConnections(person.id, [String(older?.id)])
    expect(newer?.id).not.toBe(older?.id)
    expect(await linking.msUntilRefused(first.access)).toBeLessThan(1000)
    expect((await linking.callApi(second.access_token)).status).toBe(200)
  })

  it('asks again when more is wanted than was allowed', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    await linking.link(person, client, { scope: 'reservations:read' })
    const { location } = await person.browser.visit(linking.authorizeUrl(client))
    expect(location).toMatch(/^\/interaction\//)
  })

  it('leaves an optional scope out unless the person switched it on', async () => {
    const client = await linking.createClient()
    const scope = 'reservations:read location'
    const [without, with_] = [await createPerson(), await createPerson()]
    expect((await linking.link(without, client, { scope })).tokens.scope).toBe('reservations:read')
    const back = await linking.authorize(with_, linking.authorizeUrl(client, { scope }), {
      chosen: ['location'],
    })
    expect((await linking.exchange(client, back)).scope).toBe(scope)
  })

  it('links the account that is signed in now, whoever was before', async () => {
    const client = await linking.createClient()
    const browser = createBrowser()
    const ada = await createPerson(browser)
    await linking.link(ada, client)
    const bob = await createPerson(browser)
    const { access } = await linking.link(bob, client)
    const claims = JSON.parse(Buffer.from(access.split('.')[1] ?? '', 'base64url').toString())
    expect(claims.sub).toBe(bob.id)
  })

  it('sends somebody who is not signed in to sign in first, and back to the consent', async () => {
    const client = await linking.createClient()
    const { status, location } = await createBrowser().visit(linking.authorizeUrl(client))
    expect(status).toBe(303)
    expect(location).toMatch(/^\/sign-in\?next=%2Finteraction%2F/)
  })

  it('shows and takes a decision in no other browser than the one that asked', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { location } = await person.browser.visit(linking.authorizeUrl(client))
    const uid = String(location).split('/').pop() ?? ''
    const { authorizationServer } = await import('@/lib/authorization-server')
    const thief = await createPerson()
    expect(await authorizationServer.getConsentRequest(uid, thief.browser.cookies())).toBeNull()
    expect(
      await authorizationServer.decide({
        uid,
        cookies: thief.browser.cookies(),
        account: { id: thief.id, sessionId: thief.sessionId, signedInAt: 0 },
        proof: '',
        answer: 'allow',
        chosen: ['reservations:read'],
        length: 'always',
      }),
    ).toBeNull()
    expect(
      await authorizationServer.getConsentRequest(uid, person.browser.cookies()),
    ).toMatchObject({ clientName: 'ChatGPT', redirectHost: 'chat.openai.com' })
  })

  it('asks for a fresh sign-in when the client wants one', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const url = linking.authorizeUrl(client, { prompt: 'login' })
    const { location } = await person.browser.visit(url)
    expect(location).toMatch(/^\/sign-in\?.*again=1/)
  })

  it('never takes its addresses from a Host header', async () => {
    const { request } = await import('node:http')
    const body = await new Promise<string>((resolve, reject) => {
      const url = `${env().origin}/.well-known/openid-configuration`
      request(url, { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } })
        .on('response', async (response) => resolve(String(await response.toArray())))
        .on('error', reject)
        .end()
    })
    expect(body).toContain(env().origin)
    expect(body).not.toContain('evil.example')
  })

  it('asks again after the person disconnected, whatever the client left lying about before', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { listConnections, revokeConnections } = await import('@/lib/connections/connections')
    // A code that is never redeemed, a silent linking, and a wider request that is refused.
    await linking.authorize(person, linking.authorizeUrl(client, { scope: 'reservations:read' }))
    await linking.link(person, client, { scope: 'reservations:read' })
    await linking.authorize(person, linking.authorizeUrl(client, { scope: 'reservations:read' }))
    await linking.authorize(person, linking.authorizeUrl(client), { allow: false })
    const connections = await listConnections(person.id)
    expect(connections).toHaveLength(1)
    await revokeConnections(person.id, [String(connections[0]?.id)])
    const { location } = await person.browser.visit(
      linking.authorizeUrl(client, { scope: 'reservations:read' }),
    )
    expect(location).toMatch(/^\/interaction\//)
  })

  it('starts over when the same person signed in anew before answering', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { location } = await person.browser.visit(linking.authorizeUrl(client))
    const { authorizationServer } = await import('@/lib/authorization-server')
    const decision = await linking.toDecision(person, String(location))
    const account = { ...decision.account, sessionId: 'another' }
    const next = await authorizationServer.decide({ ...decision, account })
    expect(next).toContain(`${env().origin}/oauth/authorize?`)
  })

  it.each([
    ['/oauth/authorize?client_id=%00', 400],
    [`/oauth/authorize?client_id=latchkey-docs&state=${'a'.repeat(7000)}`, 414],
  ])('refuses %s without an inner error', async (path, status) => {
    expect((await fetch(env().origin + path, { redirect: 'manual' })).status).toBe(status)
  })
})
