import { recorder } from '@/lib/activity/record'
import { authorizationServer } from '@/lib/authorization-server'
import { authenticate, watchChallenges, watchDiscovery } from '@/lib/callers'
import { actions } from '@/lib/confirmations/actions'
import { serveDocument } from '@/lib/document'
import { env } from '@/lib/env'
import { health } from '@/lib/health'
import { mailing } from '@/lib/held-mail'
import { limiter } from '@/lib/limits/call-limiter'
import { toCopilotAbout, toManifestFacts, toMcpAbout, toOpenApiAbout } from '@/lib/listing/abouts'
import { getListing } from '@/lib/listing/listing'
import { serveLogo } from '@/lib/listing/logo'
import { accountClaims } from '@/lib/oauth/account'
import { noteMissed } from '@/lib/oauth/recall'
import { defaultScopes, resourceMetadata } from '@/lib/oauth/resources'
import type { NodeHandler } from '@/lib/oauth/server'
import { userinfo } from '@/lib/oauth/userinfo'
import { catalog } from '@/lib/operations'
import type { Catalog } from '@/lib/plugin/catalog'
import { serveCopilotManifest } from '@/lib/plugin/copilot/serve'
import { createApi } from '@/lib/plugin/http'
import { toManifest } from '@/lib/plugin/manifest'
import { createMcp } from '@/lib/plugin/mcp/endpoint'
import { toOpenApi } from '@/lib/plugin/openapi'
import { toOpenApi30 } from '@/lib/plugin/openapi-3-0'
import type { Plugin } from '@/lib/plugin/plugin'
import { answerProbe } from '@/lib/probe/mark'
import { ready } from '@/lib/ready'
import { type Surface, surfaces } from '@/lib/release/exposure'
import { release } from '@/lib/released'
import { serveReleased } from '@/lib/released-document'
import { apiResource, mcpResource } from '@/lib/resources'
import { perEdition } from '@/lib/settings/per-edition'
import { settingsEdition } from '@/lib/settings/setting'
import { countCall } from '@/lib/stats/calls'
import { cronSweep } from '@/lib/sweep/cron'
import { serveMetrics } from '@/lib/telemetry/serve-metrics'
import { serveAppsChallenge } from '@/lib/texts/apps-challenge'
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
  release,
  onLacking: ({ grantId }, scope) => noteMissed(grantId, scope),
  profile: async ({ accountId }) => {
    const { sub, name, email } = await accountClaims(accountId)
    return { id: sub, name: name as string | undefined, email: email as string | undefined }
  },
}

const openApi = async (part: Catalog) =>
  toOpenApi({ ...plugin, catalog: part }, toOpenApiAbout(await getListing()))

const openApiOn = (...on: Surface[]) => serveReleased(on, (part) => json(() => openApi(part)))

const openApi30On = (...on: Surface[]) =>
  serveReleased(on, (part) => json(async () => toOpenApi30(await openApi(part))))

const manifest = async () =>
  toManifest(env().origin, toManifestFacts(await getListing(), defaultScopes))

/** What operators can change while the site runs, and the days in examples, which go by. */
const live = (type: string, text: () => Promise<string>) =>
  serveDocument({ type, text, edition: async () => `${await settingsEdition()} ${today()}` })

const today = () => new Date().toISOString().slice(0, 10)

const json = (make: () => Promise<unknown>) =>
  live('application/json', async () => JSON.stringify(await make()))

const about = (resource: (origin: string) => string) =>
  watchDiscovery(
    serveDocument({
      type: 'application/json',
      text: () => JSON.stringify(resourceMetadata(resource(env().origin))),
    }),
  )
const aboutMcp = about(mcpResource)
const aboutApi = about(apiResource)

const llms = (part: Catalog) =>
  live('text/markdown; charset=utf-8', async () =>
    toLlmsTxt(env().origin, await getListing(), part),
  )

const mcp = createMcp(
  plugin,
  perEdition(async () => toMcpAbout(await getListing(), packageJson.version)),
)

const copilotManifest = serveReleased(['copilot'], (part) =>
  serveCopilotManifest(
    { ...plugin, catalog: part },
    {
      about: async () => toCopilotAbout(await getListing()),
      referenceId: () => env().m365OAuthReferenceId,
      edition: settingsEdition,
    },
  ),
)

/**
 * The URL contract. server.ts answers these from node:http, app/**\/route.ts from Next; neither
 * knows what it mounts.
 */
export const endpoints: Endpoint[] = [
  { path: '/.well-known/ai-plugin.json', fetch: json(manifest) },
  { path: '/copilot/ai-plugin.json', fetch: copilotManifest },
  { path: '/copilot/openapi.json', fetch: openApi30On('copilot') },
  { path: '/gpt-action/openapi.json', fetch: openApiOn('action') },
  { path: '/openapi.json', fetch: openApiOn('plugin') },
  { path: '/openapi-3.0.json', fetch: openApi30On('plugin') },
  { path: '/.well-known/oauth-protected-resource', fetch: aboutMcp },
  { path: '/.well-known/oauth-protected-resource/mcp', fetch: aboutMcp },
  { path: '/.well-known/oauth-protected-resource/api', fetch: aboutApi },
  { path: '/.well-known/oauth-authorization-server', node: authorizationServer.handleMetadata },
  { path: '/.well-known/openid-configuration', node: authorizationServer.handle },
  { path: '/oauth/userinfo', fetch: userinfo },
  { path: '/oauth/*', node: authorizationServer.handle },
  { path: '/api/*', fetch: watchChallenges(createApi(plugin)) },
  { path: '/mcp', fetch: watchChallenges(mcp) },
  {
    path: '/.well-known/openai-apps-challenge',
    fetch: serveAppsChallenge(async () => (await getListing()).appsChallenge),
  },
  { path: '/.well-known/security.txt', fetch: serveDocument(securityTxt) },
  { path: '/logo/*', fetch: serveLogo },
  { path: '/robots.txt', fetch: serveDocument(robots) },
  { path: '/llms.txt', fetch: serveReleased(surfaces, llms) },
  { path: '/health', fetch: health },
  { path: '/health/probe', fetch: answerProbe },
  { path: '/ready', fetch: ready },
  { path: '/metrics', fetch: serveMetrics },
  { path: '/cron/sweep', fetch: cronSweep },
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
