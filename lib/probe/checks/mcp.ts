import { mcpResource, resourceMetadataUrl } from '@/lib/resources'
import { dislike } from '../finding'
import { type Json, readJson, type Walk } from '../walk'
import { listOf } from './discovery'

const call = (method: string, params: object = {}) => ({ jsonrpc: '2.0', id: 1, method, params })

/** The handshake in the revision that a host speaks. */
export const handshakes = (version: string, name: string) => async (walk: Walk) => {
  const clientInfo = { name, version: '1.0.0' }
  const asked = { protocolVersion: version, capabilities: {}, clientInfo }
  const answer = readJson('/mcp', await walk.post('/mcp', call('initialize', asked)))
  const { protocolVersion } = resultOf(answer)
  if (protocolVersion !== version) {
    dislike(
      `/mcp answers initialize in ${String(protocolVersion)}, and the host asked for ${version}.`,
      'Update this site: the host speaks a revision that it does not.',
    )
  }
  return `Agrees on ${version}.`
}

type Tool = Json & { name: string; annotations?: Json; securitySchemes?: { type: string }[] }

const listTools = async (walk: Walk): Promise<Tool[]> =>
  listOf(resultOf(readJson('/mcp', await walk.post('/mcp', call('tools/list')))).tools) as Tool[]

const hints = ['readOnlyHint', 'destructiveHint', 'openWorldHint']

/** What reviews and confirmations go by. */
export async function describesTools(walk: Walk): Promise<string> {
  const tools = await listTools(walk)
  if (tools.length === 0)
    dislike('/mcp lists no tool.', 'List an operation in lib/operations/index.ts.')
  for (const { name, title, annotations = {}, description, outputSchema } of tools) {
    const lacks = [
      ...hints.filter((hint) => typeof annotations[hint] !== 'boolean'),
      ...((title ?? annotations.title) ? [] : ['a title']),
      ...(description ? [] : ['a description']),
      ...(outputSchema ? [] : ['outputSchema']),
      ...(/^[\w-]{1,64}$/.test(name) ? [] : ['a name of at most 64 plain characters']),
    ]
    if (lacks.length > 0) {
      dislike(`The tool ${name.slice(0, 80)} lacks ${lacks.join(', ')}.`, 'Complete its operation.')
    }
  }
  return `${tools.length} tools, each with title, hints and output schema.`
}

/** Only a 401 that says where to sign in makes a host show its button. */
export async function challenges(walk: Walk): Promise<string> {
  const guarded = (await listTools(walk)).find(
    ({ securitySchemes = [] }) => !securitySchemes.some(({ type }) => type === 'noauth'),
  )
  if (!guarded) return 'No tool needs an account.'
  const asked = call('tools/call', { name: guarded.name, arguments: {} })
  const answer = await walk.post('/mcp', asked)
  const challenge = answer.headers['www-authenticate'] ?? ''
  const expected = resourceMetadataUrl(mcpResource(walk.origin))
  if (answer.status !== 401) {
    dislike(
      `Calling ${guarded.name} without a token answers ${answer.status} instead of 401.`,
      'The host never offers to sign in. Look at what answers instead of this site.',
    )
  }
  if (!/^bearer /i.test(challenge) || !challenge.includes(`resource_metadata="${expected}"`)) {
    dislike(
      challenge
        ? `WWW-Authenticate is ${challenge.slice(0, 200)}.`
        : 'The 401 has no WWW-Authenticate.',
      `Let the header through as it is: it must name resource_metadata="${expected}".`,
    )
  }
  return 'A call without a token is answered by 401 and where to sign in.'
}

const resultOf = ({ result }: Json): Json =>
  typeof result === 'object' && result !== null ? (result as Json) : {}
