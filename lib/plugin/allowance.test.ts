import { describe, expect, it } from 'vitest'
import type { Allowance, Asking } from './allowance'
import { createApi } from './http'
import { createMcp } from './mcp/endpoint'
import { about, toyPlugin } from './mcp/toy-endpoint'

const origin = 'https://toy.example'
const quota = { name: 'reads', points: 120, seconds: 60, left: 7, resets: 20 }
const person = { ...quota, name: 'person-reads', points: 300, left: 200 }
const free: Allowance = { quotas: [quota, person], wait: 0 }
const full: Allowance = { quotas: [{ ...quota, left: 0 }], wait: 20 }

function carriers(allowance: Allowance) {
  const asked: Asking[] = []
  const limited = {
    ...toyPlugin(origin),
    async limiter(asking: Asking) {
      asked.push(asking)
      return allowance
    },
  }
  const authenticate = (token: string) => limited.authenticate(token, `${origin}/mcp`)
  const api = createApi({ ...limited, authenticate })
  const mcp = createMcp(limited, () => about)
  return {
    asked,
    get: (path: string, headers = {}) => api(new Request(origin + path, { headers })),
    post: (path: string, body: object, headers = {}) =>
      api(
        new Request(origin + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
      ),
    tell: (message: object, headers = {}) =>
      mcp(
        new Request(`${origin}/mcp`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(message),
        }),
      ),
  }
}

const callOf = (name: string, args: object, _meta = {}) => ({
  ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
  params: { name, arguments: args, _meta },
})
const token = { authorization: 'Bearer all' }

describe('a call that is allowed', () => {
  it('says what is left, as the draft has it, in both carriers', async () => {
    const { get, tell } = carriers(free)
    const answers = [await get('/api/greetings/Ada'), await tell(callOf('greet', { name: 'Ada' }))]
    for (const { status, headers } of answers) {
      expect(status).toBe(200)
      expect(headers.get('ratelimit-policy')).toBe('"reads";q=120;w=60, "person-reads";q=300;w=60')
      expect(headers.get('ratelimit')).toBe('"reads";r=7;t=20, "person-reads";r=200;t=20')
      expect(headers.has('retry-after')).toBe(false)
      expect(headers.get('access-control-expose-headers')).toContain('RateLimit')
    }
  })

  it('is counted once, with who calls and whom the host calls for', async () => {
    const { asked, get, post, tell } = carriers(free)
    await post('/api/notes', { text: 'milk' }, token)
    await get('/api/greetings/Ada', { 'openai-ephemeral-user-id': 'someone' })
    await tell(callOf('greet', { name: 'Ada' }, { 'openai/subject': 'someone' }))
    expect(asked).toMatchObject([
      { operation: { name: 'note' }, caller: { grantId: 'g' }, hostsPerson: null },
      { operation: { name: 'greet' }, caller: null, hostsPerson: 'someone' },
      { operation: { name: 'greet' }, caller: null, hostsPerson: 'someone' },
    ])
  })

  it('counts also when its input is wrong, and says so there too', async () => {
    const { asked, post } = carriers(free)
    const response = await post('/api/notes', { text: 7 }, token)
    expect(response.status).toBe(400)
    expect(response.headers.get('ratelimit')).toContain('"reads";r=7')
    expect(asked).toHaveLength(1)
  })

  it('is not counted where it only learns that it must connect, or runs nothing', async () => {
    const { asked, post, tell } = carriers(full)
    expect((await post('/api/notes', { text: 'milk' })).status).toBe(401)
    expect((await post('/api/nowhere', {})).status).toBe(404)
    for (const method of ['tools/list', 'ping']) {
      expect((await tell({ jsonrpc: '2.0', id: 1, method })).status).toBe(200)
    }
    expect(asked).toEqual([])
  })
})

describe('a call too many', () => {
  it('is a 429 that a model can act on', async () => {
    const response = await carriers(full).get('/api/greetings/Ada')
    expect(response.status).toBe(429)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('retry-after')).toBe('20')
    expect(response.headers.get('ratelimit')).toBe('"reads";r=0;t=20')
    expect(response.headers.has('www-authenticate')).toBe(false)
    expect(await response.json()).toMatchObject({
      status: 429,
      code: 'too_many_requests',
      detail: 'Wait 20 seconds, then try again.',
    })
  })

  it('is a result that the model reads over MCP, with the same in it for the host', async () => {
    const response = await carriers(full).tell(callOf('note', { text: 'milk' }), token)
    expect(response.status).toBe(200)
    expect(response.headers.get('retry-after')).toBe('20')
    const { result } = await response.json()
    expect(result).toMatchObject({
      isError: true,
      content: [{ type: 'text', text: 'Wait 20 seconds, then try again.' }],
      _meta: { 'latchkey/code': 'too_many_requests', 'latchkey/retryAfter': 20 },
    })
  })

  it('in a batch does not hide that another needs a sign-in', async () => {
    const { tell } = carriers(full)
    const both = [callOf('greet', { name: 'Ada' }), callOf('note', { text: 'milk' })]
    const response = await tell(both)
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('Bearer')
  })
})
