import type { Acting } from '../install'
import type { OAuth } from '../installation'
import { type JsonObject, own, ownText, ownTexts } from '../json'
import { check } from '../wire'
import { readChallenge } from './challenge'
import { fetchMetadata, findAuthorizationServer } from './metadata'

/**
 * Where tokens for an MCP server come from: challenge, then the resource's metadata (RFC 9728), then
 * the authorization server's. Null where nothing is said; refuses what the host would refuse.
 */
export async function discoverAuth(
  endpoint: string,
  challengeHeader: string | undefined,
  acting: Acting,
): Promise<OAuth | null> {
  const challenge = readChallenge(challengeHeader)
  const metadata = await findResourceMetadata(endpoint, challenge, acting)
  if (metadata === null) return null
  const resource = ownText(metadata, 'resource') ?? endpoint
  const issuers = ownTexts(metadata, 'authorization_servers')
  const server = await findAuthorizationServer(issuers, acting)
  const listed = ownTexts(server, 'scopes_supported')
  return {
    type: 'oauth',
    authorizeUrl: requireUrl(server, 'authorization_endpoint', acting),
    tokenUrl: requireUrl(server, 'token_endpoint', acting),
    scope: scopeOf(challenge, metadata, listed, acting),
    tokenContentType: 'application/x-www-form-urlencoded',
    verificationToken: null,
    server: {
      issuer: ownText(server, 'issuer') ?? '',
      resource,
      registrationUrl: ownText(server, 'registration_endpoint'),
      revocationUrl: ownText(server, 'revocation_endpoint'),
      scopes: listed,
      takesDocuments: own(server, 'client_id_metadata_document_supported') === true,
      sendsIss: own(server, 'authorization_response_iss_parameter_supported') === true,
      tokenAuthMethods: ownTexts(server, 'token_endpoint_auth_methods_supported'),
    },
  }
}

async function findResourceMetadata(
  endpoint: string,
  challenge: Map<string, string> | null,
  acting: Acting,
): Promise<JsonObject | null> {
  const { origin, pathname } = new URL(endpoint)
  const wellKnown = `${origin}/.well-known/oauth-protected-resource`
  const named = challenge?.get('resource_metadata')
  const places = named ? [named] : [wellKnown + pathname.replace(/\/$/, ''), wellKnown]
  for (const url of new Set(places)) {
    const found = await fetchMetadata('Find where tokens come from', url, acting)
    if (found === null) continue
    const resource = ownText(found.json, 'resource')
    const isSame = check(
      found.step,
      '`resource` is the URL of the server',
      resource === endpoint,
      '§4',
    )
    const { note, refuse } = acting.report
    if (!isSame)
      (acting.profile.mcp?.resourceIsUrl ? refuse : note)('resource_differs', {
        where: String(resource),
      })
    return found.json
  }
  return null
}

function requireUrl(server: JsonObject, member: string, { report }: Acting): string {
  const url = ownText(server, member)
  if (url !== null && URL.canParse(url) && /^https?:/i.test(url)) return url
  return report.refuse('no_authorization_server', { where: member })
}

/** Of the challenge, else of the resource; `offline_access` where the host asks for it. */
function scopeOf(
  challenge: Map<string, string> | null,
  metadata: JsonObject,
  listed: string[],
  { profile }: Acting,
): string {
  const scopes = challenge?.get('scope')?.split(' ') ?? ownTexts(metadata, 'scopes_supported')
  const adds = profile.linking.addsOfflineAccess && listed.includes('offline_access')
  return [...new Set([...scopes, ...(adds ? ['offline_access'] : [])])].filter(Boolean).join(' ')
}
