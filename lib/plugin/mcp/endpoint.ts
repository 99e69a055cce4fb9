import { mcpResource } from '@/lib/resources'
import { allowanceHeaders } from '../allowance'
import { bearerToken } from '../bearer-token'
import { counted } from '../count'
import { tellLacking } from '../lacking'
import type { Caller } from '../operation'
import type { Plugin } from '../plugin'
import { readBody } from '../read-json'
import { isAdmitted, preflight } from './admission'
import { createEditions, type Edition, type Editions } from './editions'
import { batchVersion, versionOf } from './eras'
import { idOf, invalidRequest, isRecord, RpcError, readMessage, refused } from './message'
import { type Progress, type Reply, toFailure, toRefusal, toResponse } from './reply'
import { toResultText } from './result'
import type { About, Server } from './server'

const batchLimit = 10

/**
 * MCP over Streamable HTTP without sessions, in the revisions of 2025 and in 2026-07-28. An answer is
 * one JSON document: nothing is streamed, and there is nothing to GET.
 */
export function createMcp(
  plugin: Plugin,
  describe: () => About | Promise<About>,
): (request: Request) => Promise<Response> {
  let made: (Editions & { about: About }) | undefined
  return async (request) => {
    const refusal = refuse(request, new URL(plugin.origin()))
    if (refusal) return toResponse(refusal)
    // Known when somebody calls, not yet when the endpoints are listed; another object is another text.
    const about = await describe()
    if (made?.about !== about) made = { about, ...createEditions(plugin, about) }
    return toResponse(await answer({ ...(await made.whole()), shownTo: made.shownTo }, request))
  }
}

type Made = Edition & Pick<Editions, 'shownTo'>

function refuse(request: Request, own: URL): Reply | null {
  if (!isAdmitted(request, own)) {
    return toRefusal(new RpcError(refused, 'Not from this host or origin.', 403))
  }
  if (request.method === 'OPTIONS') return preflight
  if (request.method === 'POST') return null
  return toRefusal(new RpcError(refused, 'Use POST here.', 405), { allow: 'POST, OPTIONS' })
}

async function answer(made: Made, request: Request): Promise<Reply> {
  const progress = begin(made.server, null)
  return settle(made.server, request, progress, async () => {
    const body = await readBody(request)
    const authenticate = authenticator(made.server.plugin, request)
    const one = (value: unknown) => answerOne(made, request, { value, authenticate })
    return Array.isArray(body) ? inBatch(body, request, one) : one(body)
  })
}

/** 2025-03-26 only. All at once, and as many answers as there were requests. */
async function inBatch(
  body: unknown[],
  request: Request,
  one: (value: unknown) => Promise<Reply>,
): Promise<Reply> {
  const version = request.headers.get('mcp-protocol-version')?.trim() ?? batchVersion
  if (version !== batchVersion || body.length === 0 || body.length > batchLimit) {
    const error = `Send one message, or 1 to ${batchLimit} in ${batchVersion}.`
    throw new RpcError(invalidRequest, error, 400)
  }
  const replies = (await Promise.all(body.map(one))).filter((reply) => reply.text !== null)
  if (replies.length === 0) return accepted
  // One refusal asks for a sign-in for all of them.
  const refusal = replies.find((reply) => reply.headers?.['www-authenticate'])
  return {
    status: Math.min(...replies.map((reply) => reply.status)),
    ...refusal,
    allowance: replies.at(-1)?.allowance,
    text: `[${replies.map((reply) => reply.text).join()}]`,
  }
}

type Incoming = { value: unknown; authenticate: (progress: Progress) => Promise<void> }

function answerOne(
  { server, run, shownTo }: Made,
  request: Request,
  { value, authenticate }: Incoming,
): Promise<Reply> {
  const progress = begin(server, value)
  return settle(server, request, progress, async () => {
    const message = readMessage(value)
    progress.version = versionOf(message, request.headers)
    if (message.kind === 'response') return accepted
    await authenticate(progress)
    if (message.kind === 'notification') return accepted
    const { method, params } = message
    const shown = await shownTo(progress.seen.caller)
    // What is not shown to this caller is refused in words, as it may be once they are let in.
    const answering = method === 'tools/call' ? run : shown.run
    const result = await answering({ ...progress, method, params, request })
    const { version } = progress
    const { isShared } = shown
    return {
      status: 200,
      text: toResultText(message.id, result, { version, signature: server.signature, isShared }),
      allowance: allowanceHeaders(progress.seen),
      ...(result.headers && { headers: result.headers }),
    }
  })
}

const accepted: Reply = { status: 202, text: null }

function begin({ plugin, tools }: Server, value: unknown): Progress {
  const id = idOf(value)
  const isCall = isRecord(value) && value.method === 'tools/call'
  const params = isCall && id !== null && isRecord(value.params) ? value.params : {}
  const tool = typeof params.name === 'string' ? tools.get(params.name) : undefined
  const operation = tool?.operation ?? null
  const seen = { operation, caller: null, tokenSent: false, scopes: plugin.catalog.scopes }
  return { id, version: batchVersion, seen, isCall }
}

async function settle(
  server: Server,
  { signal }: Request,
  progress: Progress,
  work: () => Promise<Reply>,
) {
  const { plugin } = server
  const { seen } = progress
  try {
    return await counted({ plugin, surface: 'mcp', seen, signal }, work)
  } catch (error) {
    await tellLacking(plugin, error, seen)
    return toFailure(server, error, progress)
  }
}

/** A token that was sent must hold, whatever is asked for; it is looked at once a request. */
function authenticator(plugin: Plugin, request: Request) {
  const token = bearerToken(request.headers.get('authorization'))
  let caller: Promise<Caller> | undefined
  return async ({ seen }: Progress): Promise<void> => {
    if (token === null) return
    seen.tokenSent = true
    caller ??= plugin.authenticate(token, mcpResource(plugin.origin()), request)
    seen.caller = await caller
  }
}
