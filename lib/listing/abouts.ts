import type { CopilotAbout } from '@/lib/plugin/copilot/manifest'
import type { ManifestFacts } from '@/lib/plugin/manifest'
import type { About as McpAbout } from '@/lib/plugin/mcp/server'
import type { About as OpenApiAbout } from '@/lib/plugin/openapi'
import type { Listing } from './listing'

/** The listing in the words of each surface. */
export const toOpenApiAbout = (listing: Listing): OpenApiAbout => ({
  title: listing.name,
  description: listing.descriptionForModel,
  contactEmail: listing.contactEmail,
  supportUrl: listing.supportUrl,
  legalUrl: listing.legalUrl,
})

export const toManifestFacts = (listing: Listing, scopes: readonly string[]): ManifestFacts => ({
  nameForHuman: listing.name,
  nameForModel: listing.nameForModel,
  descriptionForHuman: listing.descriptionForHuman,
  descriptionForModel: listing.descriptionForModel,
  contactEmail: listing.contactEmail,
  logoUrl: listing.logoUrl,
  legalUrl: listing.legalUrl,
  verificationToken: listing.pluginToken,
  scope: scopes.join(' '),
})

export const toMcpAbout = (listing: Listing, version: string): McpAbout => ({
  name: listing.nameForModel,
  title: listing.name,
  version,
  description: listing.descriptionForHuman,
  instructions: listing.descriptionForModel,
  iconUrl: listing.logoUrl,
})

export const toCopilotAbout = (listing: Listing): CopilotAbout => ({
  name: listing.name,
  nameForModel: listing.nameForModel,
  descriptionForHuman: listing.descriptionForHuman,
  descriptionForModel: listing.descriptionForModel,
  contactEmail: listing.contactEmail,
  logoUrl: listing.logoUrl,
  legalUrl: listing.legalUrl,
  privacyUrl: listing.privacyUrl,
})
