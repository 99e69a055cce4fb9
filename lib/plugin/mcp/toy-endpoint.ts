import { PublicError } from '@/lib/errors'
import type { Catalog } from '../catalog'
import type { Caller } from '../operation'
import { toyCatalog } from '../toy-catalog'
import { createMcp } from './endpoint'

export const about = {
  name: 'toy',
  title: 'Toy',
  version: '1.2.3',
  description: 'Toys.',
  instructions: 'Toys to play with.',
  iconUrl: 'https://toy.example/logo.png',
}

const scopesOf: Record<string, string[]> = {
  all: ['openid', 'profile', 'email', 'location'],
  none: ['openid'],
}

/** The toy catalog behind a plugin that knows the tokens `all` and `none`; for tests. */
export const toyPlugin = (origin: string, catalog: Catalog = toyCatalog) => ({
  catalog,
  origin: () => origin,
  async authenticate(token: string, resource: string): Promise<Caller> {
    const scopes = scopesOf[token]
    if (!scopes || resource !== `${origin}/mcp`) {
      throw new PublicError('invalid_token', 'The access token is not valid.')
    }
    return { accountId: 'ada', clientId: 'c', grantId: 'g', scopes: new Set(scopes) }
  },
  profile: async ({ accountId }: Caller) => ({ id: accountId, name: 'Ada', email: 'a@b.example' }),
})

export type Answer = {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into any part of an answer.
  body: any
}

/** Posts to the toy endpoint and reads what comes back. */
export function createToyClient(origin = 'https://toy.example', catalog = toyCatalog) {
  const mcp = createMcp(toyPlugin(origin, catalog), () => about)

  async function post(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const request = new Request(`${origin}/mcp`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
    const response = await mcp(request)
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    }
  }

  return {
    mcp,
    post,
    /** As a client of 2025 asks. */
    ask: (method: string, params?: unknown, headers?: Record<string, string>) =>
      post({ jsonrpc: '2.0', id: 1, method, params }, headers),
    /** As a client of 2026-07-28 asks. */
    askModern: (method: string, params: Record<string, unknown> = {}, headers = {}) =>
      post(
        { jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: modernMeta } },
        {
          'mcp-protocol-version': '2026-07-28',
          'mcp-method': method,
          ...(typeof params.name === 'string' && { 'mcp-name': params.name }),
          ...(typeof params.uri === 'string' && { 'mcp-name': params.uri }),
          ...headers,
        },
      ),
  }
}

export const modernMeta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
}
