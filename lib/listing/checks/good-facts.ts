import { toManifestFacts, toOpenApiAbout } from '@/lib/listing/abouts'
import { toListing } from '@/lib/listing/listing'
import { toManifest } from '@/lib/plugin/manifest'
import { toolsOf } from '@/lib/plugin/mcp/tools'
import { toOpenApi } from '@/lib/plugin/openapi'
import { toyCatalog } from '@/lib/plugin/toy-catalog'
import type { Answered, Facts } from './facts'

const origin = 'https://toys.shop'

const plugin = {
  catalog: toyCatalog,
  origin: () => origin,
  authenticate: () => Promise.reject(new Error('not asked')),
}

const listing = toListing(
  {
    name: 'Toys',
    nameForModel: 'toys',
    subtitle: 'Find and borrow toys',
    tagline: 'Find a toy and borrow it.',
    descriptionForHuman: 'Finds toys near you and borrows them.',
    descriptionForModel: 'Finds toys and borrows them for the signed-in person.',
    descriptionForDirectory: 'Finds toys near you and borrows them with your account.',
    contactEmail: 'help@toys.shop',
    legalUrl: '',
    privacyUrl: '',
    supportUrl: '',
    logo: '',
    pluginToken: 'tok-2023',
    appsChallenge: 'tok-apps',
  },
  origin,
)

const page = (text: string): Answered => ({ status: 200, contentType: 'text/html', text })

/** Facts of a site with which every host is content; for tests, which plant one fault each. */
export const goodFacts = (): Facts => ({
  origin,
  listing,
  operations: toyCatalog.operations,
  tools: [...toolsOf(plugin).values()].map(({ definition }) => definition),
  openApi: structuredClone(toOpenApi(plugin, toOpenApiAbout(listing))),
  pages: {
    legal: page('Our terms.'),
    privacy: page('We keep your name, email address, state or province.'),
    support: page('Write to help@toys.shop.'),
  },
  logo: { format: 'png', width: 512, height: 512, bytes: 9000 },
  manifest: {
    status: 200,
    contentType: 'application/json',
    text: JSON.stringify(toManifest(origin, toManifestFacts(listing, []))),
  },
  challenge: { status: 200, contentType: 'text/plain', text: 'tok-apps' },
  callbacks: [
    'https://chat.openai.com/aip/g-1/oauth/callback',
    'https://chatgpt.com/aip/g-1/oauth/callback',
    'https://chat.openai.com/aip/plugin-1/oauth/callback',
    'https://teams.microsoft.com/api/platform/v1.0/oAuthRedirect',
  ],
  m365ReferenceId: 'the-id',
  reviewer: {
    until: new Date(Date.now() + 86_400_000),
    ...{ hasPassword: true, isVerified: true, hasSecondFactor: false },
    ...{ isLetIn: true, failing: [] },
  },
  tokens: { read: 300, list: 1200 },
  prompts: { positive: 5, negative: 3 },
  probe: {
    id: '1',
    at: new Date(),
    results: ['chatgpt', 'gpt-action', 'claude', 'm365', 'chatgpt-plugin'].map((host) => ({
      ...{ host, name: host, level: 'ok' as const, findings: [] },
    })),
  },
})
