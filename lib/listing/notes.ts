import { mcpResource } from '@/lib/resources'
import { type ReviewHost, reviewHosts } from './hosts'
import type { Listing } from './listing'
import type { Positive } from './prompts'

type Noted = {
  origin: string
  listing: Listing
  positives: Positive[]
  negatives: { prompt: string; why: string }[]
  reviewer: { email: string; until: Date } | null
}

const addresses: Record<ReviewHost, (origin: string) => string> = {
  chatgpt: (origin) => `MCP server: ${mcpResource(origin)}`,
  'gpt-action': (origin) => `OpenAPI document: ${origin}/openapi.json`,
  claude: (origin) => `MCP server: ${mcpResource(origin)}`,
  m365: (origin) => `Package: copilot.zip, for ${origin}`,
  'plugin-2023': (origin) => `Manifest: ${origin}/.well-known/ai-plugin.json`,
}

/** What a reviewer has to know, to paste or to attach; the password is told apart. */
export function toReviewNotes(host: ReviewHost, noted: Noted): string {
  const { origin, listing, positives, negatives, reviewer } = noted
  return [
    `${listing.name}: notes for the review of the ${reviewHosts[host]}`,
    '',
    listing.descriptionForDirectory,
    '',
    addresses[host](origin),
    `Legal: ${listing.legalUrl}`,
    `Privacy: ${listing.privacyUrl}`,
    `Support: ${listing.supportUrl}, ${listing.contactEmail}`,
    '',
    'TEST ACCOUNT',
    ...(reviewer
      ? [
          `Address: ${reviewer.email}`,
          'Password: sent apart. There is no second step and no mail to read.',
          `It works until ${reviewer.until.toISOString().slice(0, 10)} and has data to look at.`,
        ]
      : ['There is none yet.']),
    'Sign in when the assistant leads to the site, then allow what it asks for.',
    '',
    'PROMPTS THAT WORK',
    ...positives.map(
      ({ prompt, operation }, index) =>
        `${index + 1}. ${prompt}\n   calls ${operation.name}${operation.confirm ? `; nothing happens before the person says yes` : ''}`,
    ),
    '',
    'PROMPTS THAT NO OPERATION ANSWERS',
    ...negatives.map(({ prompt, why }, index) => `${index + 1}. ${prompt}\n   ${why}`),
    '',
  ].join('\n')
}
