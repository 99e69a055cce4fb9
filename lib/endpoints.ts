import { authorizationServer } from '@/lib/authorization-server'
import { type Document, serveDocument } from '@/lib/document'
import { env } from '@/lib/env'
import { health } from '@/lib/health'
import { verifyAccessToken } from '@/lib/oauth/access-token'
import { defaultScopes, resourceMetadata } from '@/lib/oauth/resources'
import type { NodeHandler } from '@/lib/oauth/server'
import { userinfo } from '@/lib/oauth/userinfo'
import { catalog } from '@/lib/operations'
import { createApi } from '@/lib/plugin/http'
import { toManifest } from '@/lib/plugin/manifest'
import { toOpenApi } from '@/lib/plugin/openapi'
import { toOpenApi30 } from '@/lib/plugin/openapi-3-0'
import type { Plugin } from '@/lib/plugin/plugin'
import { product } from '@/lib/product'
import { apiResource, mcpResource } from '@/lib/resources'

/** An address for machines: a path, or everything below one, and who answers there. */
export type Endpoint = { path: string } & (
  | { fetch: (request: Request) => Response | Promise<Response> }
  | { node: NodeHandler }
)

const plugin: Plugin = {
  catalog,
  origin: () => env().origin,
  authenticate: (token, resource) => verifyAccessToken(token, [resource]),
}

const openApi = () =>
  toOpenApi(plugin, {
    title: product.name,
    description: product.descriptionForModel,
    contactEmail: product.contactEmail,
  })

const manifest = () =>
  toManifest(env().origin, {
    nameForHuman: product.name,
    nameForModel: product.nameForModel,
    descriptionForHuman: product.descriptionForHuman,
    descriptionForModel: product.descriptionForModel,
    contactEmail: product.contactEmail,
    scope: defaultScopes.join(' '),
  })

const json = (make: () => unknown): Document => ({
  type: 'application/json',
  text: () => JSON.stringify(make()),
})

const aboutMcp = () => resourceMetadata(mcpResource(env().origin))
const aboutApi = () => resourceMetadata(apiResource(env().origin))

const robots: Document = {
  type: 'text/plain; charset=utf-8',
  text: () =>
    'User-agent: ChatGPT-User\nDisallow:\n\nUser-agent: *\nDisallow: /api/\nDisallow: /oauth/\nDisallow: /interaction/\nDisallow: /account\n',
}

/**
 * The URL contract. server.ts answers these from node:http, app/**\/route.ts from Next; neither
 * knows what it mounts.
 */
export const endpoints: Endpoint[] = [
  { path: '/.well-known/ai-plugin.json', fetch: serveDocument(json(manifest)) },
  { path: '/openapi.json', fetch: serveDocument(json(openApi)) },
  { path: '/openapi-3.0.json', fetch: serveDocument(json(() => toOpenApi30(openApi()))) },
  { path: '/.well-known/oauth-protected-resource', fetch: serveDocument(json(aboutMcp)) },
  { path: '/.well-known/oauth-protected-resource/mcp', fetch: serveDocument(json(aboutMcp)) },
  { path: '/.well-known/oauth-protected-resource/api', fetch: serveDocument(json(aboutApi)) },
  { path: '/.well-known/oauth-authorization-server', node: authorizationServer.handleMetadata },
  { path: '/.well-known/openid-configuration', node: authorizationServer.handle },
  { path: '/oauth/userinfo', fetch: userinfo },
  { path: '/oauth/*', node: authorizationServer.handle },
  { path: '/api/*', fetch: createApi(plugin) },
  { path: '/robots.txt', fetch: serveDocument(robots) },
  { path: '/health', fetch: health },
]

// next-auth's own addresses; no operation may claim them.
const reserved = '/api/auth/'

/** Who answers at a path; null where a page does. */
export function findEndpoint(path: string): Endpoint | null {
  const exact = byPath.get(path)
  if (exact) return exact
  if (path.startsWith(reserved)) return null
  return below.find((endpoint) => path.startsWith(endpoint.path.slice(0, -1))) ?? null
}

const byPath = new Map(endpoints.map((endpoint) => [endpoint.path, endpoint]))
const below = endpoints.filter((endpoint) => endpoint.path.endsWith('/*'))
