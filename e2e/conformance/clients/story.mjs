import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'

export const { ORIGIN: origin } = process.env
export const mcpUrl = `${origin}/mcp`

/** Where the browser comes back to: a loopback address on a port of its own (RFC 8252 §7.3). */
export async function listenForCallback() {
  const arrived = []
  let waiting
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1')
    if (url.pathname !== '/callback') return response.writeHead(404).end()
    response.end('You can close this page.')
    arrived.push(url.searchParams)
    waiting?.()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    redirectUri: `http://127.0.0.1:${server.address().port}/callback`,
    /** @returns {Promise<URLSearchParams>} */
    async next() {
      if (arrived.length === 0) await new Promise((resolve) => (waiting = resolve))
      return arrived.shift()
    },
  }
}

/** One step of the story; the harness reads its line. */
export async function step(name, act) {
  try {
    await act()
  } catch (error) {
    console.error(`It failed at: ${name}`)
    throw error
  }
  console.log(`step: ${name}`)
}

export const search = { name: 'searchStays', arguments: { where: 'Paris', guests: 2 } }
export const mine = { name: 'listReservations', arguments: {} }

const dates = { checkIn: inDays(60), checkOut: inDays(62) }

/** With dates it finds only what is free. */
export const searchFree = { ...search, arguments: { ...search.arguments, ...dates } }

export function bookingOf({ structuredContent }) {
  const [{ slug }] = structuredContent.stays
  return { name: 'bookStay', arguments: { stay: slug, guests: 2, ...dates } }
}

function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

export function assertTools(names) {
  for (const name of [search.name, mine.name, 'bookStay']) assert.ok(names.includes(name), name)
}

export function assertStays(result) {
  assert.ok(!result.isError, JSON.stringify(result))
  assert.ok(result.structuredContent.stays.length > 3, 'several stays in Paris')
  assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent)
}

export function assertBooked(result) {
  assert.ok(!result.isError, JSON.stringify(result))
  assert.equal(typeof result.structuredContent.status, 'string')
}

export function assertReservations(result) {
  assert.ok(!result.isError, JSON.stringify(result))
  assert.deepEqual(result.structuredContent, { reservations: [] })
}

/** What the server's metadata says, read as a client reads it. */
export async function discover() {
  return (await fetch(`${origin}/.well-known/oauth-authorization-server`)).json()
}

/** RFC 7009, by a client that has no secret or sends it in the body. */
export async function revoke(token, client) {
  const { revocation_endpoint } = await discover()
  const body = new URLSearchParams({ token, client_id: client.client_id })
  if (client.client_secret) body.set('client_secret', client.client_secret)
  const response = await fetch(revocation_endpoint, { method: 'POST', body })
  assert.equal(response.status, 200)
}

/** The status of a call without any client in between. */
export async function statusOf(accessToken) {
  const response = await fetch(mcpUrl, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${accessToken}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2025-11-25',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: mine }),
  })
  await response.body?.cancel()
  return response.status
}

/** Revoked means now: within a second, wherever the token is remembered. */
export async function assertRefused(accessToken) {
  const start = performance.now()
  while ((await statusOf(accessToken)) !== 401) {
    assert.ok(performance.now() - start < 1000, 'refused within a second')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
