import { FastResponse } from 'srvx'
import { PublicError } from '@/lib/errors'
import { apiResource } from '@/lib/resources'
import { newActionId } from './action-id'
import { allowanceHeaderNames, allowanceHeaders, requireAllowance } from './allowance'
import { bearerToken } from './bearer-token'
import { call } from './call'
import type { Catalog, Operation } from './catalog'
import type { Seen } from './challenge'
import { counted } from './count'
import { fromText } from './fields'
import { tellLacking } from './lacking'
import type { Plugin } from './plugin'
import { toProblem } from './problem'
import { readJson } from './read-json'
import { regionOf } from './region'
import { catalogOn } from './release'

const prefix = '/api'

const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': `WWW-Authenticate, ${allowanceHeaderNames}`,
}

/** The operations over REST. Errors are RFC 9457 problems with a stable `code`. */
export function createApi(plugin: Plugin): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === 'OPTIONS') return preflight()
    const seen: Seen = {
      operation: null,
      caller: null,
      tokenSent: false,
      scopes: plugin.catalog.scopes,
    }
    try {
      const counting = { plugin, surface: 'api', seen, signal: request.signal } as const
      return await counted(counting, () => answer(plugin, request, seen))
    } catch (error) {
      await tellLacking(plugin, error, seen)
      const problem = toProblem(error, seen, plugin.origin())
      const headers = { ...corsHeaders, ...allowanceHeaders(seen) }
      for (const [name, value] of Object.entries(headers)) problem.headers.set(name, value)
      return problem
    }
  }
}

async function answer(plugin: Plugin, request: Request, seen: Seen): Promise<Response> {
  const url = new URL(request.url)
  const catalog = await catalogOn(plugin, 'api')
  const { operation, parameters } = route(catalog, request.method, url.pathname)
  seen.operation = operation
  const token = bearerToken(request.headers.get('authorization'))
  if (token !== null) {
    seen.tokenSent = true
    seen.caller = await plugin.authenticate(token, apiResource(plugin.origin()), request)
  }
  await requireAllowance(plugin, seen, {
    headers: request.headers,
    hostsPerson: request.headers.get('openai-ephemeral-user-id'),
  })
  const { text, status } = await call({
    operation,
    caller: seen.caller,
    input: { ...(await readInput(operation, request, url)), ...parameters },
    region: regionOf(request.headers.get('openai-subdivision-1-iso-code')),
    actionId: newActionId(),
    idempotencyKey: request.headers.get('idempotency-key'),
    signal: request.signal,
    recorder: plugin.recorder,
    actions: plugin.actions,
    release: plugin.release,
    origin: plugin.origin(),
  })
  seen.held = status === 202
  return new FastResponse(text, {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...corsHeaders,
      ...allowanceHeaders(seen),
    },
  })
}

function route(catalog: Catalog, method: string, path: string) {
  const match = catalog.match(method === 'HEAD' ? 'GET' : method, path.slice(prefix.length))
  if (match.operation) {
    const parameters: Record<string, string> = {}
    for (const [name, value] of Object.entries(match.parameters)) {
      parameters[name] = decode(value)
    }
    return { operation: match.operation, parameters }
  }
  if (match.allowed.length === 0) throw new PublicError('not_found', 'There is nothing here.')
  throw new PublicError('method_not_allowed', `Use ${match.allowed.join(' or ')} here.`, {
    cause: match.allowed,
  })
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new PublicError('not_found', 'There is nothing here.')
  }
}

async function readInput(operation: Operation, request: Request, url: URL) {
  const input = readQuery(operation, url.searchParams)
  // Some hosts send Content-Type: application/json on a GET without a body.
  if (operation.method === 'GET') return input
  return { ...input, ...(await readJson(request)) }
}

function readQuery(operation: Operation, query: URLSearchParams): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [name, text] of query) {
    if (name in input || operation.path.includes(`{${name}}`)) {
      throw new PublicError('invalid_request', `${name}: give it once.`, {
        fields: [{ field: name, message: 'give it once' }],
      })
    }
    const field = operation.fields.find((known) => known.name === name)
    input[name] = fromText(field?.type, text)
  }
  return input
}

function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders,
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers':
        'authorization, content-type, idempotency-key, openai-conversation-id, openai-ephemeral-user-id, openai-subdivision-1-iso-code',
      'access-control-allow-private-network': 'true',
      'access-control-max-age': '600',
    },
  })
}
