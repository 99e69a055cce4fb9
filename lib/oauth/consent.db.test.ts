import { describe, expect, it } from 'vitest'
import { authorizationServer } from '@/lib/authorization-server'
import { readCookie } from '@/lib/cookies'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { sessionCookie } from '@/lib/session/browser-session'
import { createBrowser } from '@/lib/testing/browser'
import * as linking from '@/lib/testing/link'
import { createPerson, type TestPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

serveEndpoints()

const claimsOf = (token: string | undefined) =>
  JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString())

const book = (token: string) =>
  linking.callApi(token, '/api/reservations', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })

const question = /^\/interaction\//

/** Where the browser comes to when the client asks with these parameters. */
const ask = async (person: TestPerson, client: linking.TestClient, extra = {}) =>
  String((await person.browser.visit(linking.authorizeUrl(client, extra))).location)

const leftOut = { leaveOut: ['reservations:write'] }

describe('leaving out', () => {
  it('gives a token without it, which says so, and is refused where it is needed', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { tokens, access } = await linking.link(person, client, {}, leftOut)
    expect(tokens.scope).toBe('reservations:read')
    expect((await linking.callApi(access)).status).toBe(200)
    const refused = await book(access)
    expect(refused.status).toBe(403)
    expect(refused.headers.get('www-authenticate')).toContain(
      'scope="reservations:read reservations:write"',
    )
  })

  it('is not asked again by itself: the same request goes through as it was answered', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    await linking.link(person, client, {}, leftOut)
    for (let times = 0; times < 2; times += 1) {
      const back = new URL(await ask(person, client))
      expect((await linking.exchange(client, back)).scope).toBe('reservations:read')
    }
  })

  it('is asked again once the client was refused for it, and only that is new', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { access } = await linking.link(person, client, {}, leftOut)
    await book(access)
    const location = await ask(person, client)
    expect(location).toMatch(question)
    const { scopes } = await linking.seeConsent(person, location)
    expect(scopes.map(({ name, state, missed }) => [name, state, missed])).toEqual([
      ['reservations:read', 'allowed', false],
      ['reservations:write', 'choice', true],
    ])
    const back = await linking.answerConsent(person, location)
    const tokens = await linking.exchange(client, back)
    expect(tokens.scope).toBe('reservations:read reservations:write')
    expect((await book(tokens.access_token)).status).toBe(400)
  })

  it('a second time holds until the next refusal, at whichever connection', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const first = await linking.link(person, client, {}, leftOut)
    await book(first.access)
    await linking.link(person, client, {}, leftOut)
    expect(await ask(person, client)).not.toMatch(question)
    await book(first.access)
    expect(await ask(person, client)).toMatch(question)
  })

  it('is asked again where the client wants nothing else, or asks for consent', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    await linking.link(person, client, {}, leftOut)
    expect(await ask(person, client, { scope: 'reservations:write' })).toMatch(question)
    expect(await ask(person, client, { prompt: 'consent' })).toMatch(question)
    const silent = await ask(person, client, { scope: 'reservations:write', prompt: 'none' })
    expect(new URL(silent).searchParams.get('error')).toBe('consent_required')
  })

  it('everything is a Deny', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const back = await linking.authorize(person, linking.authorizeUrl(client), {
      leaveOut: ['reservations:read', 'reservations:write'],
    })
    expect(back.searchParams.get('error')).toBe('access_denied')
    expect(await db().grant.count({ where: { accountId: person.id } })).toBe(0)
  })

  it('shows what is new only to who allowed the rest: another person is asked for all', async () => {
    const client = await linking.createClient()
    const browser = createBrowser()
    await linking.link(await createPerson(browser), client, {}, leftOut)
    const other = await createPerson(browser)
    const { scopes } = await linking.seeConsent(other, await ask(other, client))
    expect(scopes.every(({ state }) => state === 'choice')).toBe(true)
  })

  it('is a whole question each time at an address on the person’s own computer', async () => {
    const person = await createPerson()
    const client = await linking.createClient('http://localhost:7777/callback')
    await linking.link(person, client, { scope: 'reservations:read' })
    const { scopes } = await linking.seeConsent(person, await ask(person, client))
    expect(scopes.every(({ state }) => state === 'choice')).toBe(true)
  })
})

describe('only look', () => {
  it('gives what shows something, whatever was asked for', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { tokens, access } = await linking.link(person, client, {}, { onlyLook: true })
    expect(tokens.scope).toBe('reservations:read')
    expect((await book(access)).status).toBe(403)
  })
})

describe('personal data', () => {
  const scope = 'openid profile email reservations:read'

  it('that was not switched on is in no token and at no endpoint', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { tokens, access } = await linking.link(person, client, { scope })
    expect(tokens.scope).toBe('openid reservations:read')
    expect(claimsOf(tokens.id_token)).toMatchObject({ sub: person.id })
    expect(JSON.stringify(claimsOf(tokens.id_token))).not.toMatch(/email|name/)
    const about = await (await linking.callApi(access, '/oauth/userinfo')).json()
    expect(about).toEqual({ sub: person.id })
  })

  it('that was switched on is in both', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { tokens, access } = await linking.link(person, client, { scope }, { chosen: ['email'] })
    const about = { sub: person.id, email: person.email, email_verified: false }
    expect(claimsOf(tokens.id_token)).toMatchObject(about)
    expect(claimsOf(tokens.id_token)).not.toHaveProperty('name')
    expect(await (await linking.callApi(access, '/oauth/userinfo')).json()).toEqual(about)
  })
})

describe('how long', () => {
  const daysLeft = async (person: TestPerson) => {
    const where = { accountId: person.id }
    const grants = await db().grant.findMany({ where, orderBy: { createdAt: 'asc' } })
    return grants.map(({ expiresAt }) => (expiresAt.getTime() - Date.now()) / 86_400_000)
  }

  it.each([
    ['day', 1],
    ['month', 30],
    ['always', 180],
  ] as const)('%s ends it then, and no refresh moves that end', async (length, days) => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { refresh } = await linking.link(person, client, {}, { length })
    expect((await daysLeft(person))[0]).toBeCloseTo(days, 1)
    await linking.refresh(client, refresh)
    expect((await daysLeft(person))[0]).toBeCloseTo(days, 1)
  })

  it('holds for what is linked later without a question, too', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    await linking.link(person, client, {}, { length: 'month' })
    await db().$executeRaw`
      UPDATE "Grant" SET "endsAt" = now() + interval '3 days', "expiresAt" = now() + interval '3 days'
      WHERE "accountId" = ${person.id}`
    await linking.exchange(client, new URL(await ask(person, client)))
    expect((await daysLeft(person))[1]).toBeCloseTo(3, 1)
  })

  it('stands in the next question as the shortest that is still running', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const lengthAsked = async (extra = {}) =>
      (await linking.seeConsent(person, await ask(person, client, extra))).length
    expect(await lengthAsked()).toBe('always')
    const read = { scope: 'reservations:read' }
    await linking.link(person, client, read, { length: 'month' })
    expect(await lengthAsked()).toBe('month')
    await linking.link(person, client, { ...read, prompt: 'consent' }, { length: 'day' })
    expect(await lengthAsked()).toBe('day')
    expect(await lengthAsked({ ...read, prompt: 'consent' })).toBe('day')
    // What is asked for alone was never limited.
    expect(await lengthAsked({ scope: 'reservations:write' })).toBe('always')
    await db().$executeRaw`
      UPDATE "Grant" SET "endsAt" = now() - interval '1 second', "expiresAt" = now() - interval '1 second'
      WHERE "accountId" = ${person.id} AND "endsAt" < now() + interval '2 days'`
    expect(await lengthAsked()).toBe('month')
  })

  it('is over for tokens and refreshes at the same moment', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { refresh } = await linking.link(person, client, {}, { length: 'day' })
    await db().$executeRaw`
      UPDATE "Grant" SET "endsAt" = now() + interval '3 seconds', "expiresAt" = now() + interval '3 seconds'
      WHERE "accountId" = ${person.id}`
    const tokens = await linking.refresh(client, refresh)
    expect(tokens.expires_in).toBeLessThanOrEqual(3)
    expect((await linking.callApi(tokens.access_token)).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 3100))
    expect((await linking.callApi(tokens.access_token)).status).toBe(401)
    await expect(linking.refresh(client, String(tokens.refresh_token))).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    expect(await ask(person, client)).toMatch(question)
  })
})

describe('an answer', () => {
  it('is taken once: of Allow and Deny in the same moment one holds, and nothing else lives', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const location = await ask(person, client)
    const decisions = await Promise.all([
      linking.toDecision(person, location),
      linking.toDecision(person, location, { allow: false }),
      linking.toDecision(person, location, { leaveOut: ['reservations:write'] }),
      linking.toDecision(person, location),
    ])
    const next = await Promise.all(decisions.map(authorizationServer.decide))
    expect(new Set(next).size).toBe(1)
    const grants = await db().grant.count({ where: { accountId: person.id } })
    const { location: back } = await person.browser.visit(String(next[0]))
    const isAllowed = new URL(String(back)).searchParams.has('code')
    expect(grants).toBe(isAllowed ? 1 : 0)
    expect(await authorizationServer.decide(decisions[0])).toBeNull()
  })

  it('to a client that is gone meanwhile is none, and leaves nothing', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const location = await ask(person, client)
    const decision = await linking.toDecision(person, location)
    await db().client.delete({ where: { id: client.metadata.client_id } })
    expect(await authorizationServer.decide(decision)).toBeNull()
    expect(await authorizationServer.decide({ ...decision, answer: 'deny' })).toBeNull()
    expect(await db().grant.count({ where: { accountId: person.id } })).toBe(0)
  })

  it('counts only from the sign-in that saw the question', async () => {
    const [client, browser] = [await linking.createClient(), createBrowser()]
    // Nobody was signed in when the client asked.
    const { location } = await browser.visit(linking.authorizeUrl(client))
    const uid = new URL(String(location), env().origin).searchParams.get('next') ?? ''
    const ada = await createPerson(browser)
    const seenByAda = await linking.toDecision(ada, uid)
    const bob = await createPerson(browser)
    const account = { id: bob.id, sessionId: bob.sessionId, signedInAt: Date.now() / 1000 }
    const cookies = browser.cookies()
    const decide = (proof: string) =>
      authorizationServer.decide({ ...seenByAda, cookies, account, proof })
    expect(await decide(seenByAda.proof)).toBeNull()
    expect(await decide('')).toBeNull()
    expect(await db().grant.count({ where: { accountId: bob.id } })).toBe(0)
    expect(await decide((await linking.seeConsent(bob, uid)).proof)).toMatch(/^http/)
  })
})

describe('a page that is out of date', () => {
  const scope = 'email reservations:read reservations:write'

  it('gives nothing that it showed unticked, whatever was allowed on another page since', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const location = await ask(person, client, { scope })
    const first = await linking.toDecision(person, location)
    expect(first.chosen).not.toContain('email')
    const browser = createBrowser()
    const { name } = sessionCookie()
    browser.setCookie(name, String(readCookie(person.browser.cookies(), name)))
    const sameSignIn = { ...person, browser }
    const some = { scope: 'email reservations:read' }
    await linking.link(sameSignIn, client, some, { chosen: ['email'] })
    expect(await authorizationServer.decide(first)).toBeNull()
    expect(await db().grant.count({ where: { accountId: person.id } })).toBe(1)
    const { scopes } = await linking.seeConsent(person, location)
    expect(scopes.find(({ name }) => name === 'email')).toMatchObject({ state: 'allowed' })
  })
})

describe('a fresh sign-in', () => {
  it.each([{ prompt: 'login' }, { max_age: '600', scope: 'openid reservations:read' }])(
    'that the client asks for by %j is had before an answer counts',
    async (extra) => {
      const [person, client] = [await createPerson(), await linking.createClient()]
      const old = Math.floor(Date.now() / 1000) - 3600
      await db().session.update({
        where: { id: person.sessionId },
        data: { createdAt: new Date(old * 1000) },
      })
      const asked = await ask(person, client, extra)
      expect(asked).toMatch(/^\/sign-in\?/)
      const next = new URL(asked, env().origin).searchParams.get('next')
      const decision = await linking.toDecision(person, String(next))
      const account = { ...decision.account, signedInAt: old }
      const stale = await authorizationServer.decide({ ...decision, account })
      expect(stale).toMatch(/^\/sign-in\?.*again=1/)
      expect(await db().grant.count({ where: { accountId: person.id } })).toBe(0)
      expect(await authorizationServer.decide(decision)).toMatch(/^http/)
    },
  )
})

describe('another account', () => {
  it('that saw the page answers the same request, and the connection is theirs', async () => {
    const [client, browser] = [await linking.createClient(), createBrowser()]
    const ada = await createPerson(browser)
    const location = await ask(ada, client)
    const bob = await createPerson(browser)
    const back = await linking.answerConsent(bob, location)
    expect(claimsOf((await linking.exchange(client, back)).access_token).sub).toBe(bob.id)
    expect(await db().grant.count({ where: { accountId: ada.id } })).toBe(0)
  })
})

describe('who vouches', () => {
  const see = async (clientId: string, redirectUri: string) => {
    const person = await createPerson()
    const challenge = await linking.challengeOf('v'.repeat(43))
    const client = linking.openClient(clientId, redirectUri)
    const location = await ask(person, client, { resource: linking.mcp(), ...challenge })
    return linking.seeConsent(person, location)
  }

  it('is this release for a vendor’s document, but not on the person’s own computer', async () => {
    const claude = 'https://claude.ai/oauth/mcp-oauth-client-metadata'
    expect(await see(claude, 'https://claude.ai/api/mcp/auth_callback')).toMatchObject({
      isVerified: true,
      documentHost: 'claude.ai',
    })
    const code = 'https://claude.ai/oauth/claude-code-client-metadata'
    expect(await see(code, 'http://localhost:4711/callback')).toMatchObject({ isVerified: false })
  })

  it('is the operator for a client that they registered', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    expect(await linking.seeConsent(person, await ask(person, client))).toMatchObject({
      identity: 'operator',
      isVerified: true,
    })
  })

  it('warns of the person’s own computer, however its address is written', async () => {
    const person = await createPerson()
    const client = await linking.createClient('https://app.localhost/callback')
    const { redirectIsLoopback } = await linking.seeConsent(person, await ask(person, client))
    expect(redirectIsLoopback).toBe(true)
  })

  it('is nobody for a client that registered itself', async () => {
    const redirectUri = 'https://vendor.example/callback'
    const body = JSON.stringify({
      client_name: 'Claude',
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'none',
    })
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${env().origin}/oauth/register`, {
      method: 'POST',
      headers,
      body,
    })
    const { client_id } = await response.json()
    expect(await see(client_id, redirectUri)).toMatchObject({ isVerified: false, identity: 'none' })
  })
})
