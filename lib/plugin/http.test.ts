import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PublicError } from '@/lib/errors'
import { watchLog } from '@/lib/testing/logged'
import { createCatalog } from './catalog'
import { createApi } from './http'
import { type Caller, defineOperation } from './operation'
import type { Plugin } from './plugin'
import { toyCatalog } from './toy-catalog'

const origin = 'https://toy.example'

const caller = (...scopes: string[]): Caller => ({
  accountId: 'ada',
  clientId: 'c',
  grantId: 'g',
  scopes: new Set(scopes),
})

const plugin: Plugin = {
  catalog: toyCatalog,
  origin: () => origin,
  authenticate: async (token, resource) => {
    expect(resource).toBe('https://toy.example/api')
    if (token === 'all') return caller('email', 'location')
    if (token === 'none') return caller('profile')
    throw new PublicError('invalid_token', 'The access token is not valid.')
  },
}

const api = createApi(plugin)

const get = (path: string, headers: Record<string, string> = {}) =>
  api(new Request(`${origin}/api${path}`, { headers }))

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  api(
    new Request(`${origin}/api${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', authorization: 'Bearer all', ...headers },
    }),
  )

describe('REST', () => {
  it('answers a public operation without a token and leaves out what no schema declares', async () => {
    const response = await get('/greetings/Ada?times=2&loud=true')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ text: 'HELLO ADA. HELLO ADA.' })
  })

  it('reads a path parameter that was escaped', async () => {
    expect(await (await get('/greetings/J%C3%B6rg')).json()).toEqual({ text: 'Hello Jörg.' })
    expect((await get('/greetings/%E0%A4')).status).toBe(404)
  })

  it('names every wrong field and every unknown one', async () => {
    const response = await get('/greetings/Ada?times=9&tymes=1')
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = await response.json()
    expect(problem.code).toBe('invalid_request')
    expect(problem.errors.map((error: { field: string }) => error.field).sort()).toEqual([
      'times',
      'tymes',
    ])
  })

  it('refuses a parameter that comes twice or also stands in the path', async () => {
    expect((await get('/greetings/Ada?times=1&times=2')).status).toBe(400)
    expect((await get('/greetings/Ada?name=Bob')).status).toBe(400)
  })

  it('asks for sign-in without naming an error when no token came', async () => {
    const response = await post('/notes', '{"text":"a"}', { authorization: '' })
    expect(response.status).toBe(401)
    const challenge = response.headers.get('www-authenticate')
    expect(challenge).toContain(
      `resource_metadata="${origin}/.well-known/oauth-protected-resource/api"`,
    )
    expect(challenge).toContain('scope="email"')
    expect(challenge).not.toContain('error=')
  })

  it('asks who is not connected yet for the scopes of the whole catalog', async () => {
    const wide = createCatalog({
      ...Object.fromEntries(toyCatalog.operations.map((operation) => [operation.name, operation])),
      shout: defineOperation({
        route: 'GET /shouts',
        scope: 'profile',
        effect: 'read',
        summary: 'Shout',
        description: 'Shouts.',
        input: z.object({}),
        output: z.object({}),
        examples: [],
        handler: async () => ({}),
      }),
    })
    const response = await createApi({ ...plugin, catalog: wide })(
      new Request(`${origin}/api/shouts`),
    )
    expect(response.headers.get('www-authenticate')).toContain('scope="email profile"')
  })

  it('names invalid_token when a token came, even at a public operation', async () => {
    const response = await get('/greetings/Ada', { authorization: 'Bearer forged' })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"')
  })

  it('names all scopes that are needed, those granted before included', async () => {
    const response = await post('/notes', '{"text":"a"}', { authorization: 'bearer none' })
    expect(response.status).toBe(403)
    const challenge = response.headers.get('www-authenticate')
    expect(challenge).toContain('error="insufficient_scope"')
    expect(challenge).toContain('scope="profile email"')
  })

  it('tells the region only to those whose person allowed it, and only a well-formed one', async () => {
    const header = { 'openai-subdivision-1-iso-code': 'US-CA' }
    const textOf = async (headers: Record<string, string>) =>
      (await (await get('/greetings/Ada', headers)).json()).text
    expect(await textOf(header)).toBe('Hello Ada.')
    expect(await textOf({ ...header, authorization: 'Bearer none' })).toBe('Hello Ada.')
    expect(await textOf({ ...header, authorization: 'Bearer all' })).toBe('Hello Ada of US-CA.')
    expect(
      await textOf({ 'openai-subdivision-1-iso-code': "US-CA'--", authorization: 'Bearer all' }),
    ).toBe('Hello Ada.')
  })

  it('answers 404 for no path and 405 with Allow for another method', async () => {
    expect((await get('/nowhere')).status).toBe(404)
    const response = await get('/notes')
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  })

  it('tolerates a content type on a GET without a body', async () => {
    expect((await get('/greetings/Ada', { 'content-type': 'application/json' })).status).toBe(200)
  })

  it.each([
    ['{"text":', 400],
    ['[]', 400],
    ['null', 400],
    ['{"text":"a","more":1}', 400],
    ['{"__proto__":{"text":"a"}}', 400],
    [new Uint8Array([0x7b, 0xff, 0x7d]), 400],
    [JSON.stringify({ text: 'a'.repeat(100_001) }), 413],
    ['['.repeat(50_000), 400],
  ])('refuses a broken or huge body with its own status', async (body, status) => {
    expect((await post('/notes', body)).status).toBe(status)
  })

  it('refuses a body that grows past the limit though its length says otherwise', async () => {
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent += 1
        if (sent > 200) controller.close()
        else controller.enqueue(new TextEncoder().encode(' '.repeat(1000)))
      },
    })
    const request = new Request(`${origin}/api/notes`, {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/json', authorization: 'Bearer all' },
    } as RequestInit)
    expect((await api(request)).status).toBe(413)
    expect(sent).toBeLessThan(150)
  })

  it('refuses another content type', async () => {
    expect((await post('/notes', 'text=a', { 'content-type': 'text/plain' })).status).toBe(415)
  })

  it('tells nothing of an inner error', async () => {
    const logged = watchLog()
    const response = await post('/notes', '{"text":"fail"}')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
    expect(logged.lines()).toHaveLength(1)
    logged.restore()
  })

  it('answers a browser that asks first', async () => {
    const response = await api(
      new Request(`${origin}/api/notes`, {
        method: 'OPTIONS',
        headers: { origin: 'https://chat.openai.com', 'access-control-request-method': 'POST' },
      }),
    )
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization')
  })
})
