import * as oauth from 'oauth4webapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '@/lib/env'
import { createTown, inDays } from '@/lib/stays/fixture'
import {
  chatGpt,
  chatGptConnection,
  copilot,
  openHosts,
  publishCodex,
} from '@/lib/testing/host-profiles'
import * as linking from '@/lib/testing/link'
import { connect, type McpHost } from '@/lib/testing/mcp-host'
import { createPerson, type TestPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

serveEndpoints()

// Every profile books a night of its own.
let town: Awaited<ReturnType<typeof createTown>>
let night = 10
beforeAll(async () => {
  town = await createTown([{}])
  await publishCodex()
})
afterAll(() => town.remove())

const booking = () => {
  night += 2
  return { stay: town.slug, checkIn: inDays(night), checkOut: inDays(night + 1), guests: 1 }
}

type Carrier = {
  resource: () => string
  read: (token: string) => Promise<Response>
  book: (token: string) => Promise<Response>
  /** The outcome that stands in an answer. */
  outcomeOf: (response: Response) => Promise<{ status?: string }>
}

const overMcp: Carrier = {
  resource: linking.mcp,
  read: (token) => callTool(token, 'listReservations', {}),
  book: (token) => callTool(token, 'bookStay', booking()),
  outcomeOf: async (response) => (await response.json()).result.structuredContent ?? {},
}

const callTool = (token: string, name: string, input: object) =>
  linking.callMcp(token, { method: 'tools/call', params: { name, arguments: input } })

const overRest: Carrier = {
  resource: () => `${env().origin}/api`,
  read: (token) => linking.callApi(token),
  book: (token) =>
    linking.callApi(token, '/api/reservations', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(booking()),
    }),
  outcomeOf: (response) => response.json(),
}

const onlyReads = { leaveOut: ['reservations:write'] }

type Linked = { person: TestPerson; client: linking.TestClient; access: string }

/** What the 403 says is missing, in the header and for MCP in the result as well. */
async function requireChallenge(
  response: Response,
): Promise<Map<string | undefined, string | undefined>> {
  expect(response.status).toBe(403)
  const header = String(response.headers.get('www-authenticate'))
  const body = await response.json()
  if (body.jsonrpc) {
    expect(body.result.isError).toBe(true)
    expect(body.result._meta['mcp/www_authenticate']).toEqual([header])
  } else {
    expect(body).toMatchObject({ status: 403, code: 'insufficient_scope' })
  }
  return new Map([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
}

/**
 * Refused for want of a permission, the host asks again with the scopes that the refusal names; the
 * person is shown what is new, and the same call goes through.
 */
async function stepUp(linked: Linked, carrier: Carrier, isRemembered: boolean): Promise<void> {
  const { person, client } = linked
  expect((await carrier.read(linked.access)).status).toBe(200)
  const challenge = await requireChallenge(await carrier.book(linked.access))
  expect(challenge.get('error')).toBe('insufficient_scope')
  const scope = String(challenge.get('scope'))
  expect(scope.split(' ')).toEqual(
    expect.arrayContaining(['reservations:read', 'reservations:write']),
  )

  const isOpen = carrier === overMcp
  const verifier = isOpen ? oauth.generateRandomCodeVerifier() : null
  const url = linking.authorizeUrl(client, {
    scope,
    ...(isOpen && { resource: carrier.resource() }),
    ...(verifier && (await linking.challengeOf(verifier))),
  })
  const { location } = await person.browser.visit(url)
  expect(location).toMatch(/^\/interaction\//)
  const { scopes } = await linking.seeConsent(person, String(location))
  const stateOf = Object.fromEntries(scopes.map(({ name, state }) => [name, state]))
  expect(stateOf['reservations:write']).toBe('choice')
  expect(stateOf['reservations:read']).toBe(isRemembered ? 'allowed' : 'choice')
  const asked = scopes.filter(
    ({ name, state }) => name.startsWith('reservations:') && state === 'choice',
  )
  expect(asked).toHaveLength(isRemembered ? 1 : 2)

  const back = await linking.answerConsent(person, String(location))
  const tokens = await linking.exchange(
    client,
    back,
    verifier,
    isOpen ? { resource: carrier.resource() } : {},
  )
  expect(tokens.scope?.split(' ')).toContain('reservations:write')
  const booked = await carrier.book(tokens.access_token)
  expect(booked.ok).toBe(true)
  expect(['done', 'confirmation_required']).toContain((await carrier.outcomeOf(booked)).status)
  // What the person left out stays out of the connection that there was before.
  expect((await carrier.book(linked.access)).status).toBe(403)
}

// A program on the person's own computer is asked about in full each time: any may call itself this.
const isElsewhere = ({ redirectUri }: { redirectUri: string }) =>
  /^https:\/\/(?!localhost)/.test(redirectUri)

const mcpHosts: [string, () => Promise<McpHost>][] = [
  ['ChatGPT, as a plugin', chatGpt],
  ['ChatGPT, by the client id of one connection', chatGptConnection],
  ['Microsoft 365 Copilot', async () => copilot],
  ...openHosts.map(([name, host]) => [name, async () => host] as [string, () => Promise<McpHost>]),
]

describe('over MCP, a person lets in more when it is needed:', () => {
  it.each(mcpHosts)('%s', async (_name, profile) => {
    const [host, person] = [await profile(), await createPerson()]
    const { client, access } = await connect(host, person, onlyReads)
    await stepUp({ person, client, access }, overMcp, isElsewhere(host))
  })
})

describe('with a client that an operator registered, a person lets in more when it is needed:', () => {
  it.each([
    ['chatgpt-plugin', 'plugin-8', overRest],
    ['gpt-action', 'g-0124', overRest],
    ['m365-copilot', undefined, overRest],
    ['gemini-enterprise', undefined, overMcp],
  ] as const)('%s', async (preset, hostId, carrier) => {
    const { addClient } = await import('./clients/registered')
    const added = await addClient({ preset, ...(hostId && { hostId }) })
    const [redirectUri = ''] = added.redirectUris
    const auth = oauth.ClientSecretPost(added.clientSecret)
    const client = linking.openClient(added.clientId, redirectUri, auth)
    const person = await createPerson()
    const { access } =
      carrier === overMcp
        ? await linking.linkOpen(person, client, linking.mcp(), onlyReads)
        : await linking.link(person, client, {}, onlyReads)
    await stepUp({ person, client, access }, carrier, true)
  })
})
