import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/data/db'
import { createTown, inDays } from '@/lib/stays/fixture'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { sayYes } from '@/lib/testing/say-yes'
import { serveEndpoints } from '@/lib/testing/serve'

const { origin } = serveEndpoints()

let town: Awaited<ReturnType<typeof createTown>>
beforeAll(async () => {
  town = await createTown([{ rooms: [{ capacity: 2, basePrice: 5_000 }] }])
})
afterAll(() => town?.remove())

async function connect(resource = linking.mcp()) {
  const person = await createPerson()
  const linked = await linking.linkOpen(person, await linking.createClient(), resource)
  return { person, ...linked }
}

/** The official client, as one that knows both kinds of revision or only the older. */
async function open(token: string | null, mode: 'auto' | 'legacy') {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const transport = new StreamableHTTPClientTransport(new URL(linking.mcp()), {
    requestInit: { headers },
  })
  await client.connect(transport)
  return client
}

it.each([
  ['legacy', '2025-11-25'],
  ['auto', '2026-07-28'],
] as const)('a person books over MCP with a %s client, which speaks %s', async (mode, version) => {
  const { person, access } = await connect()
  const client = await open(access, mode)
  expect(client.getNegotiatedProtocolVersion()).toBe(version)
  const dates = { checkIn: inDays(30), checkOut: inDays(32) }
  const wish = { stay: town.slug, guests: 1, ...dates }
  const call = async (name: string, given: Record<string, unknown>) => {
    await client.callTool({ name, arguments: given })
    expect(await sayYes(person.id)).toEqual(['done'])
    return client.callTool({ name, arguments: given })
  }
  const booked = await call('bookStay', wish)
  expect(booked.structuredContent).toMatchObject({ status: 'done', reservation: dates })
  const id = (booked.structuredContent as { reservation: { id: string } }).reservation.id
  expect(await db().reservation.count({ where: { accountId: person.id } })).toBe(1)
  const more = { ...wish, again: true }
  const taken = await client.callTool({ name: 'bookStay', arguments: more })
  expect(taken).toMatchObject({ isError: true, _meta: { 'latchkey/code': 'conflict' } })
  const cancelled = await call('cancelReservation', { id })
  expect(cancelled.structuredContent).toMatchObject({ reservation: { status: 'cancelled' } })
  await client.close()
})

it('a call with a key in its _meta is the same call again, and of another body refused', async () => {
  const { person, access } = await connect()
  const client = await open(access, 'auto')
  const dates = { checkIn: inDays(60), checkOut: inDays(61) }
  const book = (guests: number, key: unknown = 'one') =>
    client.callTool({
      name: 'bookStay',
      arguments: { stay: town.slug, guests, ...dates },
      _meta: { 'latchkey/idempotency-key': key },
    })
  expect((await book(1)).structuredContent).toMatchObject({ status: 'confirmation_required' })
  expect(await book(2)).toMatchObject({ _meta: { 'latchkey/code': 'idempotency_mismatch' } })
  expect(await book(1, 'ü')).toMatchObject({ _meta: { 'latchkey/code': 'invalid_request' } })
  expect(await book(1, 7)).toMatchObject({ _meta: { 'latchkey/code': 'invalid_request' } })
  expect(await sayYes(person.id)).toEqual(['done'])
  const first = (await book(1)).structuredContent
  expect(first).toMatchObject({ status: 'done', reservation: dates })
  expect((await book(1)).structuredContent).toEqual(first)
  await client.close()
})

it('anybody searches without an account', async () => {
  const client = await open(null, 'auto')
  const { structuredContent } = await client.callTool({ name: 'searchStays', arguments: {} })
  expect((structuredContent as { stays: unknown[] }).stays.length).toBeGreaterThan(0)
  await client.close()
})

it('a token for the API does not open MCP, nor the reverse', async () => {
  const api = await connect(`${origin()}/api`)
  const mcp = await connect()
  const refused = await linking.callMcp(api.access)
  expect(refused.status).toBe(401)
  expect(refused.headers.get('www-authenticate')).toContain(
    `resource_metadata="${origin()}/.well-known/oauth-protected-resource/mcp"`,
  )
  expect((await linking.callMcp(mcp.access)).status).toBe(200)
  expect((await linking.callApi(mcp.access)).status).toBe(401)
})

it('the profile is asked for with its own scope, and names the account by its id', async () => {
  const person = await createPerson()
  const client = await linking.createClient()
  const verifier = 'v'.repeat(43)
  const url = linking.authorizeUrl(client, {
    resource: linking.mcp(),
    scope: 'openid email reservations:read',
    ...(await linking.challengeOf(verifier)),
  })
  const back = await linking.authorize(person, url, { chosen: ['email'] })
  const tokens = await linking.exchange(client, back, verifier, { resource: linking.mcp() })
  const profile = { method: 'tools/call', params: { name: 'getProfile' } }
  const { result } = await (await linking.callMcp(tokens.access_token, profile)).json()
  expect(result.structuredContent).toEqual({ id: person.id, email: person.email })
  expect((await linking.callMcp((await connect()).access, profile)).status).toBe(403)
})
