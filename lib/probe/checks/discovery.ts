import { mcpResource, resourceMetadataUrl } from '@/lib/resources'
import { dislike } from '../finding'
import type { Json, Walk } from '../walk'

const metadataPath = '/.well-known/oauth-authorization-server'
const openIdPath = '/.well-known/openid-configuration'

export const serverMetadata = (walk: Walk): Promise<Json> => walk.json(metadataPath)

/** RFC 9728: which server signs people in for /mcp. The same string is sent back as `resource`. */
export async function namesItsServer(walk: Walk): Promise<string> {
  const resource = mcpResource(walk.origin)
  const path = new URL(resourceMetadataUrl(resource)).pathname
  for (const one of [path, '/.well-known/oauth-protected-resource']) {
    const metadata = await walk.json(one)
    requireSame(`resource in ${one}`, metadata.resource, resource)
    const [first] = listOf(metadata.authorization_servers)
    requireSame(`the first of authorization_servers in ${one}`, first, walk.origin)
  }
  return `Both documents name ${resource} and ${walk.origin}.`
}

/** RFC 8414: the issuer is exactly the origin, and everything lies at it. */
export async function describesItself(walk: Walk): Promise<string> {
  const metadata = await serverMetadata(walk)
  requireSame(`issuer in ${metadataPath}`, metadata.issuer, walk.origin)
  for (const name of ['authorization_endpoint', 'token_endpoint', 'revocation_endpoint']) {
    const address = String(metadata[name])
    if (!address.startsWith(`${walk.origin}/`)) {
      dislike(
        `${name} is ${address.slice(0, 200)}, not at ${walk.origin}.`,
        'Set APP_ORIGIN to the public address: every address in the metadata is made from it.',
      )
    }
  }
  requireIncludes(metadata, 'code_challenge_methods_supported', ['S256'])
  requireIncludes(metadata, 'response_types_supported', ['code'])
  return `The issuer is ${walk.origin}, with S256.`
}

/** OpenID Connect Discovery, where hosts look second. */
export async function describesItselfTwice(walk: Walk): Promise<string> {
  const [one, other] = [await serverMetadata(walk), await walk.json(openIdPath)]
  for (const name of ['issuer', 'authorization_endpoint', 'token_endpoint', 'jwks_uri']) {
    requireSame(`${name} in ${openIdPath}`, other[name], String(one[name]))
  }
  requireIncludes(other, 'code_challenge_methods_supported', ['S256'])
  return 'Both discovery documents say the same.'
}

/** Without it a host registers anew at each connection, or gives up. */
export async function takesDocuments(walk: Walk): Promise<string> {
  const metadata = await serverMetadata(walk)
  if (metadata.client_id_metadata_document_supported !== true) {
    dislike(
      'client_id_metadata_document_supported is not true.',
      'This release says it is: look at what rewrites the metadata between.',
    )
  }
  requireIncludes(metadata, 'token_endpoint_auth_methods_supported', ['none', 'private_key_jwt'])
  return 'A host may be known by the document that it publishes.'
}

export async function publishesKeys(walk: Walk): Promise<string> {
  const { jwks_uri: uri } = await serverMetadata(walk)
  const path = new URL(String(uri)).pathname
  const { keys } = await walk.json(path)
  const count = listOf(keys).length
  if (count === 0) dislike(`${path} holds no key.`, 'Make one with npm run keys -- rotate.')
  return `${count} signing ${count === 1 ? 'key' : 'keys'} at ${path}.`
}

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function requireSame(what: string, value: unknown, expected: string): void {
  if (value === expected) return
  dislike(
    `${what} is ${JSON.stringify(value)?.slice(0, 200)} instead of "${expected}".`,
    'Hosts compare the very string. Set APP_ORIGIN to the public address, and let nothing between rewrite the answer.',
  )
}

function requireIncludes(metadata: Json, name: string, expected: string[]): void {
  const missing = expected.filter((one) => !listOf(metadata[name]).includes(one))
  if (missing.length === 0) return
  dislike(
    `${name} lacks ${missing.join(' and ')}.`,
    'This release names it: look at what rewrites the metadata between.',
  )
}
