import { invalidParams, isRecord, type Message, type Params, RpcError } from './message'

/** Each request speaks for itself; there is no handshake. */
export const statelessVersions = ['2026-07-28']
/** Agreed on by `initialize`, newest first. */
export const handshakeVersions = ['2025-11-25', '2025-06-18', '2025-03-26']
/** The last that lets several messages come as one array; also what no version at all means. */
export const batchVersion = '2025-03-26'

export const metaKey = {
  version: 'io.modelcontextprotocol/protocolVersion',
  capabilities: 'io.modelcontextprotocol/clientCapabilities',
  serverInfo: 'io.modelcontextprotocol/serverInfo',
} as const

export const isStateless = (version: string): boolean => statelessVersions.includes(version)

/** In which revision a message speaks: what it says of itself, checked against its headers. */
export function versionOf(message: Message, headers: Headers): string {
  const header = headers.get('mcp-protocol-version')?.trim()
  const meta = message.kind === 'response' ? {} : metaOf(message.params)
  if (Object.hasOwn(meta, metaKey.version) || isStateless(header ?? '')) {
    return statelessVersionOf(message, headers, { meta, header })
  }
  if (header === undefined) return batchVersion
  if (handshakeVersions.includes(header)) return header
  // What is agreed on stands in the body of initialize; the header comes only after it.
  if (message.kind === 'request' && message.method === 'initialize') return batchVersion
  throw unsupported(header, [...statelessVersions, ...handshakeVersions])
}

function statelessVersionOf(
  message: Message,
  headers: Headers,
  { meta, header }: { meta: Params; header: string | undefined },
): string {
  const version = meta[metaKey.version]
  if (message.kind === 'request') {
    if (typeof version !== 'string') throw missing(metaKey.version)
    if (!isRecord(meta[metaKey.capabilities])) throw missing(metaKey.capabilities)
    if (header !== version) throw mismatch('MCP-Protocol-Version', metaKey.version)
    if (!isStateless(version)) throw unsupported(version, statelessVersions)
    checkRouting(message.method, message.params, headers)
  }
  return typeof version === 'string' && isStateless(version)
    ? version
    : String(statelessVersions[0])
}

/** 2026-07-28, Streamable HTTP: what proxies route by must be what the body says. */
function checkRouting(method: string, params: Params, headers: Headers): void {
  if (headers.get('mcp-method')?.trim() !== method) throw mismatch('Mcp-Method', 'method')
  const field = namedBy.get(method)
  if (!field || typeof params[field] !== 'string') return
  if (decoded(headers.get('mcp-name')?.trim()) !== params[field]) {
    throw mismatch('Mcp-Name', `params.${field}`)
  }
}

const namedBy = new Map([
  ['tools/call', 'name'],
  ['prompts/get', 'name'],
  ['resources/read', 'uri'],
])

// A name that a header cannot carry comes as =?base64?…?=.
function decoded(value: string | undefined): string | undefined {
  const encoded = value?.match(/^=\?base64\?([A-Za-z0-9+/]*={0,2})\?=$/)?.[1]
  return encoded === undefined ? value : Buffer.from(encoded, 'base64').toString()
}

const metaOf = (params: Params): Params => (isRecord(params._meta) ? params._meta : {})

const missing = (key: string) =>
  new RpcError(invalidParams, `Invalid params: _meta must have ${key}.`, 400)

const mismatch = (header: string, field: string) =>
  new RpcError(-32020, `The header ${header} must be there and equal ${field} of the body.`, 400)

const unsupported = (requested: string, supported: string[]) =>
  new RpcError(-32022, 'This protocol version is not supported.', 400, { supported, requested })
