import { recorder } from '@/lib/activity/record'
import { authorizationServer } from '@/lib/authorization-server'
import { authenticate, watchChallenges, watchDiscovery } from '@/lib/callers'
import { actions } from '@/lib/confirmations/actions'
import { type Document, serveDocument } from '@/lib/document'
import { env } from '@/lib/env'
import { health } from '@/lib/health'
import { mailing } from '@/lib/held-mail'
import { limiter } from '@/lib/limits/call-limiter'
import { accountClaims } from '@/lib/oauth/account'
import { noteMissed } from '@/lib/oauth/recall'
import { defaultScopes, resourceMetadata } from '@/lib/oauth/resources'
import type { NodeHandler } from '@/lib/oauth/server'
import { userinfo } from '@/lib/oauth/userinfo'
import { catalog } from '@/lib/operations'
import { serveCopilotManifest } from '@/lib/plugin/copilot/serve'
import { createApi } from '@/lib/plugin/http'
import { toManifest } from '@/lib/plugin/manifest'
import { createMcp } from '@/lib/plugin/mcp/endpoint'
import { toOpenApi } from '@/lib/plugin/openapi'
import { toOpenApi30 } from '@/lib/plugin/openapi-3-0'
import type { Plugin } from '@/lib/plugin/plugin'
import { product } from '@/lib/product'
import { apiResource, mcpResource } from '@/lib/resources'
import { countCall } from '@/lib/stats/calls'
import { appsChallenge } from '@/lib/texts/apps-challenge'
import { toLlmsTxt } from '@/lib/texts/llms'
import { robots } from '@/lib/texts/robots'
import { securityTxt } from '@/lib/texts/security'
import packageJson from '@/package.json' with { type: 'json' }

/** An address for machines: a path, or everything below one, and who answers there. */
export type Endpoint = { path: string } & (
  | { fetch: (request: Request) => Response | Promise<Response> }
  | { node: NodeHandler }
)

const plugin: Plugin = {
  catalog,
  origin: () => env().origin,
  authenticate,
  limiter,
  recorder,
  counter: countCall,
  actions: mailing(actions),
  onLacking: ({ grantId }, scope) => noteMissed(grantId, scope),
  profile: async ({ accountId }) => {
    const { sub, name, email } = await accountClaims(accountId)
    return { id: sub, name: name as string | undefined, email: email as string | undefined }
  },
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

const about = (resource: (origin: string) => string) =>
  watchDiscovery(serveDocument(json(() => resourceMetadata(resource(env().origin)))))
const aboutMcp = about(mcpResource)
const aboutApi = about(apiResource)

const llms: Document = {
  type: 'text/markdown; charset=utf-8',
  text: () => toLlmsTxt(env().origin, product, catalog),
}

const mcp = createMcp(plugin, {
  name: product.nameForModel,
  title: product.name,
  version: packageJson.version,
  description: product.descriptionForHuman,
  instructions: product.descriptionForModel,
})

const copilotManifest = serveCopilotManifest(plugin, product, () => env().m365OAuthReferenceId)

/**
 * The URL contract. server.ts answers these from node:http, app/**\/route.ts from Next; neither
 * knows what it mounts.
 */
export const endpoints: Endpoint[] = [
  { path: '/.well-known/ai-plugin.json', fetch: serveDocument(json(manifest)) },
  { path: '/copilot/ai-plugin.json', fetch: copilotManifest },
  { path: '/openapi.json', fetch: serveDocument(json(openApi)) },
  { path: '/openapi-3.0.json', fetch: serveDocument(json(() => toOpenApi30(openApi()))) },
  { path: '/.well-known/oauth-protected-resource', fetch: aboutMcp },
  { path: '/.well-known/oauth-protected-resource/mcp', fetch: aboutMcp },
  { path: '/.well-known/oauth-protected-resource/api', fetch: aboutApi },
  { path: '/.well-known/oauth-authorization-server', node: authorizationServer.handleMetadata },
  { path: '/.well-known/openid-configuration', node: authorizationServer.handle },
  { path: '/oauth/userinfo', fetch: userinfo },
  { path: '/oauth/*', node: authorizationServer.handle },
  { path: '/api/*', fetch: watchChallenges(createApi(plugin)) },
  { path: '/mcp', fetch: watchChallenges(mcp) },
  { path: '/.well-known/openai-apps-challenge', fetch: appsChallenge },
  { path: '/.well-known/security.txt', fetch: serveDocument(securityTxt) },
  { path: '/robots.txt', fetch: serveDocument(robots) },
  { path: '/llms.txt', fetch: serveDocument(llms) },
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
