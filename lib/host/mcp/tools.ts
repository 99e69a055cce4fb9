import type { Acting } from '../install'
import { requireSafe } from '../install/parse-document'
import type { Hints, Operation } from '../installation'
import { isObject, type JsonObject, own, ownObject, ownText } from '../json'
import { createReferences, createRoom } from '../openapi/references'
import { post } from './message'
import type { Opened, Purpose } from './open'

const mostTools = 300
/** A server can always have a next page. */
const mostPages = 20

/** All tools that the model may be told of; null when the server wants a token for that. */
export async function listTools(
  { peer }: Opened,
  purpose: Purpose,
  acting: Acting,
): Promise<Operation[] | null> {
  const tools = new Map<string, Operation>()
  const room = createRoom()
  let left = purpose.maxBytes
  let cursor: string | null = null
  for (let page = 0; page < mostPages; page += 1) {
    const reply = await post(
      peer,
      {
        ...{ ...purpose, title: 'List the tools', method: 'tools/list' },
        params: cursor === null ? {} : { cursor },
      },
      acting,
    )
    if (reply.status === 401) return null
    if (reply.result === null) acting.report.refuse('no_mcp_server', { where: 'tools/list' })
    left -= reply.bytes.length
    if (left < 0) acting.report.refuse('fetch_too_large', { where: 'tools/list' })
    requireSafe(reply.result ?? {}, 'tools/list', acting.report)
    for (const tool of toolsIn(reply.result)) {
      const operation = toOperation(tool, room, acting)
      if (operation === null) continue
      if (tools.has(operation.name)) acting.report.note('tool_unusable', { where: operation.name })
      else tools.set(operation.name, operation)
    }
    if (tools.size > mostTools) {
      acting.report.refuse('too_many_operations', { where: `${tools.size}` })
    }
    cursor = ownText(reply.result, 'nextCursor')
    if (cursor === null) break
  }
  if (tools.size === 0) acting.report.note('no_tools')
  return [...tools.values()]
}

const toolsIn = (result: JsonObject | null): JsonObject[] => {
  const tools = own(result, 'tools')
  return (Array.isArray(tools) ? tools : []).filter(isObject)
}

function toOperation(
  tool: JsonObject,
  room: ReturnType<typeof createRoom>,
  { profile, report }: Acting,
): Operation | null {
  const name = ownText(tool, 'name')
  const input = ownObject(tool, 'inputSchema')
  if (name === null || !/^[\w-]{1,64}$/.test(name) || input === null) {
    report.note('tool_unusable', { where: name ?? 'a tool' })
    return null
  }
  const meta = ownObject(tool, '_meta')
  const ui = ownObject(meta, 'ui')
  const visibility = own(ui, 'visibility')
  if (Array.isArray(visibility) && !visibility.includes('model')) return null
  const hints = readHints(tool)
  const { readOnly, destructive, openWorld } = hints
  if (profile.mcp?.hintsRequired && [readOnly, destructive, openWorld].includes(null)) {
    report.note('tool_hints', { where: name })
  }
  const title = ownText(tool, 'title') ?? ownText(ownObject(tool, 'annotations'), 'title')
  if (profile.mcp?.toolNeedsTitle && title === null) report.note('tool_title', { where: name })
  const filled = createReferences(input, report, room).fill(input, name)
  return {
    name,
    title,
    method: null,
    path: null,
    description: ownText(tool, 'description') ?? '',
    parameters: [],
    inputSchema: isObject(filled) ? filled : {},
    bodyType: null,
    isConsequential: null,
    isOpen: isOpenTo(tool, meta),
    hints,
    viewUri: ownText(ui, 'resourceUri') ?? ownText(meta, 'openai/outputTemplate'),
    examples: [],
  }
}

function readHints(tool: JsonObject): Hints {
  const annotations = ownObject(tool, 'annotations')
  const hint = (name: string): boolean | null => {
    const value = own(annotations, name)
    return typeof value === 'boolean' ? value : null
  }
  return {
    readOnly: hint('readOnlyHint'),
    destructive: hint('destructiveHint'),
    openWorld: hint('openWorldHint'),
    idempotent: hint('idempotentHint'),
  }
}

function isOpenTo(tool: JsonObject, meta: JsonObject | null): boolean {
  const schemes = own(tool, 'securitySchemes') ?? own(meta, 'securitySchemes')
  return Array.isArray(schemes) && schemes.some((scheme) => ownText(scheme, 'type') === 'noauth')
}
