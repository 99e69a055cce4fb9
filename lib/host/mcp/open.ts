import type { Acting } from '../install'
import { type JsonObject, ownObject, ownText, ownTexts } from '../json'
import type { Step } from '../wire'
import { capabilities, statelessVersion, toClientInfo } from './eras'
import { type Peer, post, type Reply } from './message'

export type Opened = {
  peer: Peer & { protocol: string }
  /** The server's name as it says it, and what it wants the model to know. */
  serverName: string | null
  instructions: string
  hasPrompts: boolean
}

/** The server wants a token before it says anything. */
export type Challenged = { challenge: Reply }

/** What is being done, for the record and for the limits. */
export type Purpose = { kind: Step['kind']; timeoutMs: number; maxBytes: number }

/** Agrees on a protocol version as the profile's host does; null where nothing speaks MCP. */
export async function openMcp(
  at: Pick<Peer, 'endpoint' | 'token'>,
  purpose: Purpose,
  acting: Acting,
): Promise<Opened | Challenged | null> {
  const rules = acting.profile.mcp
  if (rules === null) return null
  const stateless = { ...at, protocol: statelessVersion, sessionId: null }
  if (rules.discoversFirst) {
    const discovered = await post(
      stateless,
      { ...purpose, title: 'Ask what the server speaks', method: 'server/discover' },
      acting,
    )
    if (discovered.status === 401) return { challenge: discovered }
    const versions = ownTexts(discovered.result, 'supportedVersions')
    if (rules.protocols.includes(statelessVersion) && versions.includes(statelessVersion)) {
      return { peer: stateless, ...aboutServer(discovered.result) }
    }
  }
  return initialize(at, purpose, acting)
}

async function initialize(
  at: Pick<Peer, 'endpoint' | 'token'>,
  purpose: Purpose,
  acting: Acting,
): Promise<Opened | Challenged | null> {
  const protocols = acting.profile.mcp?.protocols.filter((each) => each !== statelessVersion) ?? []
  const params = {
    protocolVersion: protocols[0] ?? null,
    capabilities,
    clientInfo: toClientInfo(acting.profile),
  }
  const unknown = { ...at, protocol: null, sessionId: null }
  const initialized = await post(
    unknown,
    { ...purpose, title: 'Initialize', method: 'initialize', params },
    acting,
  )
  if (initialized.status === 401) return { challenge: initialized }
  if (initialized.result === null) return null
  const protocol = ownText(initialized.result, 'protocolVersion') ?? ''
  if (!protocols.includes(protocol)) acting.report.refuse('no_protocol', { where: protocol })
  const peer = { ...at, protocol, sessionId: initialized.headers['mcp-session-id'] ?? null }
  await post(
    peer,
    {
      ...{ ...purpose, title: 'Say that it is ready', method: 'notifications/initialized' },
      isNotification: true,
    },
    acting,
  )
  return { peer, ...aboutServer(initialized.result) }
}

function aboutServer(result: JsonObject | null): Omit<Opened, 'peer'> {
  const info = ownObject(result, 'serverInfo')
  return {
    serverName: ownText(info, 'title') ?? ownText(info, 'name'),
    instructions: ownText(result, 'instructions') ?? '',
    hasPrompts: ownObject(ownObject(result, 'capabilities'), 'prompts') !== null,
  }
}
