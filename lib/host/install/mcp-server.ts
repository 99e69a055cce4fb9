import type { Acting } from '../install'
import type { Auth, Installation } from '../installation'
import { discoverAuth } from '../mcp/discover-auth'
import { addExamples } from '../mcp/examples'
import type { Reply } from '../mcp/message'
import { openMcp, type Purpose } from '../mcp/open'
import { listTools } from '../mcp/tools'
import { Refusal } from '../problems'
import { isLocalHost, toAddress } from './domains'
import { toFetchProblem } from './fetching'

/** An MCP server by its URL (hosts.md §3.1): its tools, and where tokens for it come from. */
export async function installMcpServer(
  text: string,
  acting: Acting,
  token: string | null = null,
): Promise<Installation> {
  const { report, profile } = acting
  const address = toAddress(text)
  if (address === null) return report.refuse('address_unusable', { where: text })
  if (address.protocol === 'http:' && !isLocalHost(address.hostname)) {
    report.refuse('api_http', { where: address.origin })
  }
  const endpoint = address.href
  const { timeoutMs } = profile.fetching
  const purpose: Purpose = { kind: 'install', timeoutMs, maxBytes: 1_000_000 }
  const opened = await openMcp({ endpoint, token }, purpose, acting)
  if (opened === null) return report.refuse('no_mcp_server', { where: endpoint })

  const isOpened = 'peer' in opened
  const listed = isOpened ? await listTools(opened, purpose, acting) : null
  const tools = isOpened && listed ? await addExamples(listed, opened, { purpose, acting }) : listed
  const auth = await findAuth(endpoint, isOpened ? null : opened.challenge, acting)
  if (tools === null && auth.type === 'none') {
    report.refuse('no_resource_metadata', { where: endpoint })
  }
  report.note('unverified')
  return {
    kind: 'mcp',
    address: endpoint,
    name: (isOpened ? opened.serverName : null) ?? address.hostname,
    nameForModel: address.hostname.replace(/[^A-Za-z0-9]+/g, '_'),
    descriptionForHuman: '',
    descriptionForModel: isOpened ? opened.instructions : '',
    ...{ logoUrl: null, legalUrl: null, contactEmail: null, manifest: null },
    auth,
    server: endpoint,
    operations: tools ?? [],
    protocol: isOpened ? opened.peer.protocol : null,
  }
}

async function findAuth(endpoint: string, challenge: Reply | null, acting: Acting): Promise<Auth> {
  const header = challenge?.headers['www-authenticate']
  if (challenge !== null && header === undefined && acting.profile.mcp?.needsChallenge) {
    acting.report.note('no_challenge', { where: endpoint })
  }
  try {
    const auth = await discoverAuth(endpoint, header, acting)
    if (auth?.server && !auth.server.takesDocuments && auth.server.registrationUrl === null) {
      acting.report.note('no_registration', { where: auth.server.issuer })
    }
    return auth ?? { type: 'none' }
  } catch (error) {
    if (error instanceof Refusal) throw error
    toFetchProblem(error, endpoint, acting.report)
    return acting.report.refuse('no_resource_metadata', { where: endpoint })
  }
}
