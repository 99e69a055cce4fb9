import { createToolCaller } from './call-tool'
import { isStateless } from './eras'
import type { Exchange, Method } from './exchange'
import { invalidParams, methodNotFound, RpcError } from './message'
import { getPrompt, listPrompts } from './prompts'
import { type Result, toMembers } from './result'
import type { Server } from './server'
import { readView } from './views'

const nothing: Result = { members: '' }

/** Whom to ask for a method in a revision. */
export function createMethods(server: Server): (exchange: Exchange) => Promise<Result> {
  const both: [string, Method][] = [
    [
      'tools/list',
      list(
        'tools',
        [...server.tools.values()].map((tool) => tool.definition),
      ),
    ],
    ['tools/call', createToolCaller(server)],
    ['prompts/list', onePage(listPrompts(server.prompts))],
    ['prompts/get', ({ params }) => getPrompt(server.prompts, params)],
    ...(server.views.size > 0 ? viewMethods(server) : []),
  ]
  const stateless = new Map<string, Method>([...both, ['server/discover', () => server.discovered]])
  const handshake = new Map<string, Method>([
    ...both,
    ['initialize', ({ params }) => server.initialize(params)],
    ['ping', () => nothing],
  ])
  return async (exchange) => {
    const modern = isStateless(exchange.version)
    const method = (modern ? stateless : handshake).get(exchange.method)
    // To a client of 2025 a 404 says that its session has ended.
    if (!method) throw new RpcError(methodNotFound, 'Method not found.', modern ? 404 : 200)
    return method(exchange)
  }
}

const viewMethods = ({ views }: Server): [string, Method][] => [
  [
    'resources/list',
    list(
      'resources',
      [...views.values()].map((view) => view.listed),
    ),
  ],
  ['resources/templates/list', list('resourceTemplates', [])],
  // -32002 until 2026-07-28, which has no code of its own for it (SEP-2164).
  [
    'resources/read',
    ({ params, version }) => readView(views, params, isStateless(version) ? invalidParams : -32002),
  ],
]

const list = (name: string, items: object[]): Method =>
  onePage({ members: toMembers({ [name]: items }), cacheable: true })

/** There is no second page, so no cursor is ours. */
function onePage(result: Result): Method {
  return ({ params }) => {
    if (params.cursor) throw new RpcError(invalidParams, 'There is no such page.')
    return result
  }
}
