import { readFile } from 'node:fs/promises'
import type { Catalog } from '@/lib/plugin/catalog'
import { type CopilotRuntime, toCopilotManifest, toStarters } from '@/lib/plugin/copilot/manifest'
import { toOpenApi } from '@/lib/plugin/openapi'
import { toOpenApi30 } from '@/lib/plugin/openapi-3-0'
import { product } from '@/lib/product'
import { toAppId } from './app-id'
import { releaseVersion } from './release'
import { type Files, toJsonFile } from './zip'

type Wish = {
  catalog: Catalog
  origin: string
  runtime: CopilotRuntime
  /** Id of the OAuth client registration; null leaves a placeholder. */
  referenceId: string | null
}

const schemas = 'https://developer.microsoft.com/json-schemas'

/** A Microsoft 365 app: an agent whose only actions are the plugin's functions. */
export async function toCopilotPackage(wish: Wish): Promise<Files> {
  const { catalog, origin, runtime, referenceId } = wish
  const plugin = {
    catalog,
    origin: () => origin,
    authenticate: () => Promise.reject(new Error('A package is not called.')),
  }
  const openApi = () =>
    toOpenApi(plugin, {
      title: product.name,
      description: product.descriptionForModel,
      contactEmail: product.contactEmail,
    })
  const options = { version: 'v2.4', runtime, referenceId, openApiUrl: 'openapi.json' } as const
  return {
    'manifest.json': toJsonFile(toApp(origin, await releaseVersion())),
    'declarativeAgent.json': toJsonFile(toAgent(catalog)),
    'ai-plugin.json': toJsonFile(toCopilotManifest(plugin, product, options)),
    ...(runtime === 'openapi' && { 'openapi.json': toJsonFile(toOpenApi30(openApi())) }),
    'color.png': await readFile('public/logo-192.png'),
    'outline.png': await readFile('public/logo-outline-32.png'),
  }
}

/** The app's manifest: names ≤ 30 characters, developer ≤ 32, short description ≤ 80. */
const toApp = (origin: string, version: string) => ({
  $schema: `${schemas}/teams/v1.28/MicrosoftTeams.schema.json`,
  manifestVersion: '1.28',
  version,
  id: toAppId(origin),
  developer: {
    name: product.name,
    websiteUrl: origin,
    privacyUrl: `${origin}/privacy`,
    termsOfUseUrl: `${origin}/legal`,
  },
  name: { short: product.name, full: product.name },
  description: { short: product.descriptionForHuman, full: product.descriptionForModel },
  icons: { color: 'color.png', outline: 'outline.png' },
  accentColor: '#0f5a46',
  copilotAgents: {
    declarativeAgents: [{ id: product.nameForModel, file: 'declarativeAgent.json' }],
  },
  // Links and pictures of the cards.
  validDomains: [new URL(origin).host],
})

function toAgent(catalog: Catalog) {
  const starters = toStarters(catalog.operations)
  return {
    $schema: `${schemas}/copilot/declarative-agent/v1.8/schema.json`,
    version: 'v1.8',
    name: product.name,
    description: product.descriptionForHuman,
    instructions: product.descriptionForModel,
    ...(starters.length > 0 && { conversation_starters: starters }),
    actions: [{ id: product.nameForModel, file: 'ai-plugin.json' }],
  }
}
