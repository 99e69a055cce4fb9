import { toManifestFacts, toOpenApiAbout } from '@/lib/listing/abouts'
import { releasedListing } from '@/lib/listing/listing'
import { catalog } from '@/lib/operations'
import type { Operation } from '@/lib/plugin/catalog'
import { promptTokens, toTokens } from '@/lib/plugin/cost'
import { toManifest } from '@/lib/plugin/manifest'
import { toolsOf } from '@/lib/plugin/mcp/tools'
import { toOpenApi } from '@/lib/plugin/openapi'
import type { Plugin } from '@/lib/plugin/plugin'
import { product } from '@/lib/product'

/** What the plugin costs a conversation before it is used, in tokens of o200k_base. */

const origin = 'https://stays.example'

const plugin: Plugin = {
  catalog,
  origin: () => origin,
  authenticate: () => Promise.reject(new Error('not asked')),
}
const withProfile = { ...plugin, profile: async () => ({ id: 'id' }) }

const listing = releasedListing(origin)
const openApi = toOpenApi(plugin, toOpenApiAbout(listing))
const manifest = toManifest(origin, toManifestFacts(listing, catalog.scopes))

const tools = [...toolsOf(withProfile).values()]
const paths = openApi.paths as Record<string, Record<string, unknown>>

const inOpenApi = ({ path, method }: Operation) => paths[path]?.[method.toLowerCase()]

const rows = tools.map(({ operation, definition }) => ({
  operation: operation.name,
  'a model reads': promptTokens(operation),
  'in tools/list': toTokens(definition),
  'in OpenAPI': inOpenApi(operation) ? toTokens(inOpenApi(operation)) : '',
}))
console.table(rows)

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
const dearest = catalog.operations.map(promptTokens).sort((a, b) => b - a)
console.table({
  'a model reads of all tools': {
    tokens: sum(tools.map(({ operation }) => promptTokens(operation))),
    'at most': 900,
  },
  'tools/list': {
    tokens: toTokens({ tools: tools.map(({ definition }) => definition) }),
    'at most': 3000,
  },
  'a model reads of v1, two operations': {
    tokens: sum([toTokens(product.descriptionForModel), ...dearest.slice(0, 2)]),
    'at most': 900,
  },
  'the manifest': { tokens: toTokens(manifest) },
  'the OpenAPI document': { tokens: toTokens(openApi) },
})
