import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newActionId } from '@/lib/plugin/action-id'
import { approve, refuse } from '@/lib/plugin/decide'
import { look } from '@/lib/plugin/look'
import { createMcp } from '@/lib/plugin/mcp/endpoint'
import type { Caller } from '@/lib/plugin/operation'
import { createToyCaller, createToyShop, setPrice } from './toy-shop'

const shop = createToyShop(join(tmpdir(), 'never-written'))
const about = {
  name: 'shop',
  title: 'Shop',
  version: '1',
  description: 'Sells.',
  instructions: '',
  iconUrl: '',
}
const callers = new Map<string, Caller>()

const mcp = createMcp(
  {
    ...shop.plugin,
    origin: () => 'http://localhost:3000',
    patience: { once: 700, inAll: 1_500 },
    async authenticate(token) {
      const caller = callers.get(token)
      if (!caller) throw new Error('no such token')
      return caller
    },
  },
  () => about,
)

/** What a client of 2026-07-28 says of itself. */
export const canOpenPages = { elicitation: { form: {}, url: {} } }

export type Told = { status: number; headers: Headers } & {
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into any part of an answer.
  [member in 'body' | 'result' | 'error']: any
}

/** A person, and a host that is connected to a shop in their name; the host's words can be anything. */
export async function createShopHost(accountId?: string) {
  const caller = await createToyCaller(accountId)
  callers.set(caller.grantId, caller)

  async function post(body: unknown, headers: Record<string, string>, signal?: AbortSignal) {
    const request = new Request('http://localhost:3000/mcp', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${caller.grantId}`,
        ...headers,
      },
      ...(signal && { signal }),
    })
    const answer = await mcp(request)
    const text = (await answer.json()) as { result?: unknown; error?: unknown }
    const told = { status: answer.status, headers: answer.headers, body: text }
    return { ...told, result: text.result, error: text.error } as Told
  }

  return {
    caller,
    /** In 2026-07-28; `more` are further members of the params. */
    call: (name: string, input: object, more: object = {}, capabilities: object = canOpenPages) => {
      const _meta = {
        'io.modelcontextprotocol/protocolVersion': '2026-07-28',
        'io.modelcontextprotocol/clientCapabilities': capabilities,
      }
      const params = { name, arguments: input, ...more, _meta }
      return post(
        { jsonrpc: '2.0', id: 1, method: 'tools/call', params },
        { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': name },
      )
    },
    /** In a revision with a handshake. */
    ask: (
      method: string,
      params: object,
      { version = '2025-11-25', session }: { version?: string; session?: string | null } = {},
    ) =>
      post(
        { jsonrpc: '2.0', id: 1, method, params },
        { 'mcp-protocol-version': version, ...(session && { 'mcp-session-id': session }) },
      ),
    async approve(id: string) {
      const seen = await look(shop.plugin, caller.accountId, id)
      if (!seen?.now || 'impossible' in seen.now) throw new Error('there is nothing to see')
      return approve(shop.plugin, caller.accountId, { id, seen: seen.now.seen })
    },
    refuse: (id: string) => refuse(shop.plugin, caller.accountId, id),
  }
}

/** Something that can be bought, for one euro. */
export async function forSale(): Promise<string> {
  const thing = `thing-${newActionId()}`
  await setPrice(thing, 100)
  return thing
}

/** What a host says that its person did. */
export const says = (action: unknown) => ({ inputResponses: { confirm: { action } } })

/** A host that was asked to put a question to its person. */
export async function asked(name = 'buy') {
  const host = await createShopHost()
  const thing = await forSale()
  const { result } = await host.call(name, { thing })
  const { requestState } = result
  const id = String(result.inputRequests.confirm.params.url.split('/').pop())
  const back = (more: object) => host.call(name, { thing }, { requestState, ...more })
  return { host, thing, id, result, requestState, back }
}
