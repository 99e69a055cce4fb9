import { describe, expect, it } from 'vitest'
import { env } from '@/lib/env'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

serveEndpoints()

const paths = [
  ...['/oauth/authorize', '/oauth/token', '/oauth/revoke', '/oauth/introspect', '/oauth/register'],
  ...['/oauth/userinfo', '/oauth/jwks', '/oauth/logout', '/oauth/nowhere', '/mcp'],
  ...['/api/stays', '/api/stays/x', '/api/reservations', '/api/reservations/x/cancel', '/api/x'],
  ...['/copilot/ai-plugin.json', '/.well-known/ai-plugin.json', '/openapi.json', '/llms.txt'],
  ...['/.well-known/oauth-protected-resource/mcp', '/.well-known/openid-configuration'],
]

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const junk = [
  ...['', '\0', '%00', '%', '../../etc/passwd', '‮‮', '\u{1F511}'.repeat(20), 'x'.repeat(3000)],
  ...['<script>alert(1)</script>', "' OR 1=1 --", '__proto__', 'constructor', '[object Object]'],
  ...['-1', '1e999', 'NaN', 'null', 'true', '{"$ne":1}', 'http://[::1', 'https://a@b@c/', '//x'],
]

const names = [
  ...['client_id', 'redirect_uri', 'response_type', 'scope', 'state', 'code', 'resource', 'prompt'],
  ...['code_challenge', 'code_challenge_method', 'code_verifier', 'grant_type', 'refresh_token'],
  ...['client_secret', 'client_assertion', 'client_assertion_type', 'token', 'claims', 'nonce'],
  ...['response_mode', 'request', 'request_uri', 'id_token_hint', 'max_age', 'ui_locales', 'where'],
  ...[
    'post_logout_redirect_uri',
    'cursor',
    'checkIn',
    'version',
    'runtime',
    '__proto__',
    'toString',
  ],
]

/** The same sequence for the same seed, so that what failed can be asked again. */
function createRandom(seed: number) {
  let state = seed
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return { next, pick: <T>(from: T[]): T => from[next(from.length)] as T }
}

type Random = ReturnType<typeof createRandom>

function someValue(random: Random, depth = 0): unknown {
  const kind = random.next(depth > 3 ? 3 : 6)
  if (kind === 0) return random.pick(junk)
  if (kind === 1) return random.pick([null, true, -1, 1e21, 0.1])
  if (kind === 2)
    return random.pick(['2.0', 'tools/call', 'initialize', 'searchStays', '2026-07-28'])
  if (kind === 3) return Array.from({ length: random.next(4) }, () => someValue(random, depth + 1))
  return Object.fromEntries(
    Array.from({ length: random.next(5) }, () => [
      random.pick(['jsonrpc', 'id', 'method', 'params', 'name', 'arguments', '_meta', ...names]),
      someValue(random, depth + 1),
    ]),
  )
}

const someFields = (random: Random): string =>
  Array.from({ length: random.next(8) }, () => {
    const value = random.pick(junk)
    return `${random.pick(names)}=${random.next(3) ? encodeURIComponent(value) : value.replace(/[^\x21-\x7e]/g, '')}`
  }).join('&')

function someRequest(random: Random, tokens: string[]): [string, RequestInit] {
  const method = random.pick(methods)
  const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(method)
  const type = random.pick([
    'application/json',
    'application/x-www-form-urlencoded',
    'text/plain',
    '',
  ])
  const text =
    type.includes('json') || random.next(4) === 0
      ? JSON.stringify(someValue(random))
      : someFields(random)
  const headers: Record<string, string> = {
    accept: random.pick(['*/*', 'text/html', 'application/json', 'text/event-stream', '']),
    'mcp-protocol-version': random.pick(['2026-07-28', '2025-06-18', '1', '']),
    'mcp-method': random.pick(['tools/call', 'ping', 'é'.normalize('NFD').slice(0, 1)]),
    'if-none-match': random.pick(['*', '"x"', 'W/', '']),
    'openai-subdivision-1-iso-code': random.pick(['US-CA', "'", 'x'.repeat(500)]),
    ...(random.next(2) && {
      authorization: random.pick(['Bearer x', 'Basic eDp5', 'Basic %', ...tokens]),
    }),
    ...(hasBody && type && { 'content-type': type }),
  }
  const query = random.next(2) ? `?${someFields(random)}` : ''
  const body = hasBody ? text.slice(0, random.next(5) ? undefined : text.length / 2) : undefined
  return [random.pick(paths) + query, { method, headers, body, redirect: 'manual' }]
}

describe('whatever is sent to an address for machines', () => {
  it('gets an answer that is no failure of ours, and no word of the inside', async () => {
    const { access } = await linking.link(await createPerson(), await linking.createClient())
    const client = linking.openClient('latchkey-docs', `${env().origin}/docs/callback`)
    const { access: forMcp } = await linking.linkOpen(await createPerson(), client)
    const tokens = [`Bearer ${access}`, `Bearer ${forMcp}`]
    const rounds = process.env.LONG ? 20_000 : 1500
    for (let seed = 1; seed <= rounds; seed += 1) {
      const [path, init] = someRequest(createRandom(seed), tokens)
      const response = await fetch(env().origin + path, init)
      const text = await response.text()
      const asked = `seed ${seed}: ${init.method} ${path.slice(0, 200)} ${String(init.body).slice(0, 200)}`
      expect([asked, response.status < 500]).toEqual([asked, true])
      expect([asked, /node_modules|\n\s+at .+:\d+:\d+|prisma|\/lib\//i.test(text)]).toEqual([
        asked,
        false,
      ])
    }
  }, 600_000)
})
