import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { createCatalog } from './catalog'
import type { Counted } from './count'
import { createApi } from './http'
import { createMcp } from './mcp/endpoint'
import { about, toyPlugin } from './mcp/toy-endpoint'
import { defineOperation } from './operation'
import type { Plugin } from './plugin'
import { toyCatalog } from './toy-catalog'

const origin = 'https://toy.example'

const counted: Counted[] = []
const toy = toyPlugin(origin)
const plugin: Plugin = {
  ...toy,
  authenticate: (token) => toy.authenticate(token, `${origin}/mcp`),
  counter: (call) => counted.push(call),
}

beforeEach(() => {
  counted.length = 0
})

const told = () => counted.map(({ surface, operation, outcome }) => [surface, operation, outcome])

async function get(path: string, init: RequestInit = {}, served = plugin): Promise<void> {
  await createApi(served)(new Request(`${origin}/api${path}`, init))
}

async function ask(params: object, headers: Record<string, string> = {}, id: object = { id: 1 }) {
  const body = JSON.stringify({ jsonrpc: '2.0', ...id, method: 'tools/call', params })
  const all = { 'content-type': 'application/json', ...headers }
  await createMcp(
    plugin,
    () => about,
  )(new Request(`${origin}/mcp`, { method: 'POST', body, headers: all }))
}

const note = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
const bearer = (token: string) => ({
  headers: { ...note.headers, authorization: `Bearer ${token}` },
})

test('REST: each call by its operation and how it ended; what is no operation is none', async () => {
  await get('/greetings/Ada')
  await get('/greetings/Ada?times=9')
  await get('/notes', note)
  await get('/notes', { ...note, ...bearer('wrong') })
  await get('/notes', { ...note, ...bearer('none') })
  await get('/nowhere')
  await get('/greetings/Ada', { method: 'DELETE' })
  expect(told()).toEqual([
    ['api', 'greet', 'ok'],
    ['api', 'greet', 'refused'],
    ['api', 'note', 'unauthorized'],
    ['api', 'note', 'unauthorized'],
    ['api', 'note', 'refused'],
  ])
  expect(counted.every(({ ms }) => ms > 0 && ms < 5000)).toBe(true)
})

test('MCP: the same, and neither notifications nor tools that are none', async () => {
  await ask({ name: 'greet', arguments: { name: 'Ada' } })
  await ask({ name: 'greet', arguments: { name: 7 } })
  await ask({ name: 'note', arguments: {} }, { authorization: 'Bearer wrong' })
  await ask({ name: 'greet', arguments: { name: 'Ada' } }, {}, {})
  await ask({ name: 'nothing' })
  expect(told()).toEqual([
    ['mcp', 'greet', 'ok'],
    ['mcp', 'greet', 'refused'],
    ['mcp', 'note', 'unauthorized'],
  ])
})

test('what breaks on our side, and what is called too often', async () => {
  const broken = createCatalog({
    ...toyCatalog.operations,
    breaks: defineOperation({
      route: 'GET /breaks',
      scope: null,
      effect: 'read',
      summary: 'Break',
      description: 'Breaks.',
      input: z.object({}),
      output: z.object({}),
      examples: [],
      async handler() {
        throw new Error('broken')
      },
    }),
  } as never)
  await get('/breaks', {}, { ...plugin, catalog: broken })
  await get('/greetings/Ada', {}, { ...plugin, limiter: async () => ({ quotas: [], wait: 3 }) })
  expect(told()).toEqual([
    ['api', 'breaks', 'failed'],
    ['api', 'greet', 'limited'],
  ])
})

test('a call whose client went away counts for nothing', async () => {
  const gone = new AbortController()
  gone.abort()
  await get('/greetings/Ada', { signal: gone.signal })
  expect(told()).toEqual([])
})
