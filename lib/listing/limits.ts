import type { ReviewHost } from './hosts'
import type { StoredListing } from './listing'

export type TextField = Exclude<
  keyof StoredListing,
  | 'contactEmail'
  | 'legalUrl'
  | 'privacyUrl'
  | 'supportUrl'
  | 'logo'
  | 'pluginToken'
  | 'appsChallenge'
>

export type Limit = {
  host: ReviewHost
  field: TextField
  /** Characters. */
  most: number
  /** What the host calls it, and where it says so. */
  fact: string
}

const openAi = 'OpenAI, plugin submission'
const manifest = 'OpenAI, manifest v1 (mid-2023)'
const claude = 'Anthropic, connector directory'
const copilot = 'Microsoft, plugin manifest 2.4'
const app = 'Microsoft, app manifest 1.28'

/** The strictest that each host was found to say. What a field has no limit for, a host does not show. */
export const limits: Limit[] = [
  { host: 'chatgpt', field: 'name', most: 30, fact: `displayName; ${openAi}` },
  { host: 'chatgpt', field: 'subtitle', most: 30, fact: `shortDescription; ${openAi}` },
  {
    host: 'chatgpt',
    field: 'descriptionForDirectory',
    most: 4000,
    fact: `longDescription; ${openAi}`,
  },
  {
    host: 'chatgpt',
    field: 'descriptionForModel',
    most: 512,
    fact: 'instructions: the first 512 characters matter; OpenAI, MCP servers',
  },
  { host: 'claude', field: 'name', most: 100, fact: `name; ${claude}` },
  { host: 'claude', field: 'subtitle', most: 55, fact: `tagline; ${claude}` },
  { host: 'claude', field: 'descriptionForDirectory', most: 2000, fact: `description; ${claude}` },
  { host: 'm365', field: 'name', most: 20, fact: `name_for_human, cut beyond; ${copilot}` },
  { host: 'm365', field: 'descriptionForHuman', most: 80, fact: `description.short; ${app}` },
  { host: 'm365', field: 'descriptionForDirectory', most: 4000, fact: `description.full; ${app}` },
  {
    host: 'm365',
    field: 'descriptionForModel',
    most: 2048,
    fact: `description_for_model; ${copilot}`,
  },
  { host: 'plugin-2023', field: 'name', most: 20, fact: `name_for_human; ${manifest}` },
  { host: 'plugin-2023', field: 'nameForModel', most: 50, fact: `name_for_model; ${manifest}` },
  {
    host: 'plugin-2023',
    field: 'descriptionForHuman',
    most: 100,
    fact: `description_for_human; ${manifest}`,
  },
  {
    host: 'plugin-2023',
    field: 'descriptionForModel',
    most: 8000,
    fact: `description_for_model; ${manifest}`,
  },
]

/** A field as people know it. */
export const fieldTitles: Record<TextField, string> = {
  name: 'Name',
  nameForModel: 'Name for the model',
  subtitle: 'Subtitle',
  tagline: 'Title of the home page',
  descriptionForHuman: 'Short description',
  descriptionForModel: 'Description for the model',
  descriptionForDirectory: 'Directory description',
}

export const limitsOf = (field: string): Limit[] => limits.filter((limit) => limit.field === field)

/** As hosts count: what a person sees as one character may be several. */
export const lengthOf = (text: string): number => text.trim().length
