import { toCopilotAbout, toOpenApiAbout } from '@/lib/listing/abouts'
import type { Listing } from '@/lib/listing/listing'
import type { Catalog } from '@/lib/plugin/catalog'
import { type CopilotRuntime, toCopilotManifest, toStarters } from '@/lib/plugin/copilot/manifest'
import { toOpenApi } from '@/lib/plugin/openapi'
import { toOpenApi30 } from '@/lib/plugin/openapi-3-0'
import packageJson from '@/package.json' with { type: 'json' }
import { toAppId } from './app-id'
import type { Icons } from './icons'
import { type Files, toJsonFile } from './zip'

type Wish = {
  catalog: Catalog
  origin: string
  listing: Listing
  icons: Icons
  runtime: CopilotRuntime
  /** Id of the OAuth client registration; null leaves a placeholder. */
  referenceId: string | null
}

const schemas = 'https://developer.microsoft.com/json-schemas'

/** A Microsoft 365 app: an agent whose only actions are the plugin's functions. */
export function toCopilotPackage(wish: Wish): Files {
  const { catalog, origin, listing, icons, runtime, referenceId } = wish
  const plugin = {
    catalog,
    origin: () => origin,
    authenticate: () => Promise.reject(new Error('A package is not called.')),
  }
  const openApi = () => toOpenApi(plugin, toOpenApiAbout(listing))
  const options = { version: 'v2.4', runtime, referenceId, openApiUrl: 'openapi.json' } as const
  return {
    'manifest.json': toJsonFile(toApp(origin, listing)),
    'declarativeAgent.json': toJsonFile(toAgent(catalog, listing)),
    'ai-plugin.json': toJsonFile(toCopilotManifest(plugin, toCopilotAbout(listing), options)),
    ...(runtime === 'openapi' && { 'openapi.json': toJsonFile(toOpenApi30(openApi())) }),
    'color.png': icons.color,
    'outline.png': icons.outline,
  }
}

/** The app's manifest: names ≤ 30 characters, developer ≤ 32, short description ≤ 80. */
const toApp = (origin: string, listing: Listing) => ({
  $schema: `${schemas}/teams/v1.28/MicrosoftTeams.schema.json`,
  manifestVersion: '1.28',
  version: packageJson.version,
  id: toAppId(origin),
  developer: {
    name: listing.name,
    websiteUrl: origin,
    privacyUrl: listing.privacyUrl,
    termsOfUseUrl: listing.legalUrl,
  },
  name: { short: listing.name, full: listing.name },
  description: { short: listing.descriptionForHuman, full: listing.descriptionForDirectory },
  icons: { color: 'color.png', outline: 'outline.png' },
  accentColor: '#0f5a46',
  copilotAgents: {
    declarativeAgents: [{ id: listing.nameForModel, file: 'declarativeAgent.json' }],
  },
  // Links and pictures of the cards.
  validDomains: [new URL(origin).host],
})

function toAgent(catalog: Catalog, listing: Listing) {
  const starters = toStarters(catalog.operations)
  return {
    $schema: `${schemas}/copilot/declarative-agent/v1.8/schema.json`,
    version: 'v1.8',
    name: listing.name,
    description: listing.descriptionForHuman,
    instructions: listing.descriptionForModel,
    ...(starters.length > 0 && { conversation_starters: starters }),
    actions: [{ id: listing.nameForModel, file: 'ai-plugin.json' }],
  }
}
