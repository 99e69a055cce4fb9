import type { Check, Facts, Finding } from './facts'

const reviewPage = '/admin/listing/reviewer'

function lookAtReviewer({ reviewer }: Facts): Finding | null {
  if (!reviewer) {
    return { found: 'There is none.', fix: 'Create one.', href: reviewPage }
  }
  const { failing, ...account } = reviewer
  if (!account.isLetIn) {
    const fix = 'Invite its address as a tester, or go public.'
    return { found: 'The stage does not let it connect.', fix, href: '/admin/release' }
  }
  const wrong =
    (account.until <= new Date() && 'It is over.') ||
    (!account.hasPassword && 'It has no password.') ||
    (!account.isVerified && 'Its address is not verified.') ||
    (account.hasSecondFactor && 'It asks for a second step, which a reviewer cannot answer.') ||
    (failing.length > 0 && `In it these do not work: ${failing.join(', ')}.`)
  return wrong ? { found: wrong, fix: 'End it and create another.', href: reviewPage } : null
}

/** Whether some client may be sent back to an address of each kind. */
const callback = (wanted: [string, RegExp][], fix: string): Check['look'] => {
  return ({ callbacks }) => {
    const missing = wanted.find(([, pattern]) => !callbacks.some((uri) => pattern.test(uri)))
    const href = '/admin/clients'
    return missing ? { found: `No client comes back to ${missing[0]}.`, fix, href } : null
  }
}

export const accountChecks: Check[] = [
  {
    id: 'reviewer',
    hosts: ['chatgpt', 'claude', 'm365'],
    says: 'There is an account for the reviewer that signs in by password alone and has data',
    fact: 'OpenAI: demo account without MFA or e-mail code, populated; Anthropic: test account',
    look: lookAtReviewer,
  },
  {
    id: 'prompts',
    hosts: ['chatgpt'],
    says: 'There are 5 positive and 3 negative test prompts',
    fact: 'OpenAI, plugin submission',
    look: ({ prompts: { positive, negative } }) =>
      positive >= 5 && negative >= 3
        ? null
        : {
            found: `There are ${positive} and ${negative}.`,
            fix: 'Give operations more examples, and outOfScope in lib/product.ts more prompts.',
            href: reviewPage,
          },
  },
  {
    id: 'example prompts',
    hosts: ['claude', 'm365'],
    says: 'There are 3 example prompts',
    fact: 'Anthropic, connector directory; Microsoft, conversation starters',
    look: ({ prompts: { positive } }) =>
      positive >= 3
        ? null
        : { found: `There are ${positive}.`, fix: 'Give operations more examples.' },
  },
  {
    id: 'challenge',
    hosts: ['chatgpt'],
    says: 'The token that proves the domain is served, and nothing else with it',
    fact: 'OpenAI, plugin submission: /.well-known/openai-apps-challenge',
    look: ({ challenge, listing: { appsChallenge } }) => {
      const href = '/admin/listing#appsChallenge'
      if (!appsChallenge) {
        return { found: 'No token is set.', fix: 'Paste the one that OpenAI shows.', href }
      }
      const { status, text, contentType } = challenge
      if (status === 200 && text === appsChallenge && contentType === 'text/plain') return null
      return { found: `It answers ${status} with another text.`, fix: 'Let it through.', href }
    },
  },
  {
    id: 'verification token',
    hosts: ['plugin-2023'],
    says: 'The manifest carries the verification token',
    fact: 'OpenAI, manifest v1: verification_tokens.openai',
    look: ({ manifest, listing: { pluginToken } }) => {
      const href = '/admin/listing#pluginToken'
      if (!pluginToken) {
        return { found: 'No token is set.', fix: 'Paste the one that OpenAI shows.', href }
      }
      return manifest.text.includes(JSON.stringify({ openai: pluginToken }))
        ? null
        : { found: 'The manifest has another one.', fix: 'Save the listing again.', href }
    },
  },
  {
    id: 'callback gpt-action',
    hosts: ['gpt-action'],
    says: 'A client may come back to both hosts of a GPT',
    fact: 'OpenAI, GPT Actions: chat.openai.com and chatgpt.com, /aip/{g-…}/oauth/callback',
    look: callback(
      [
        ['chat.openai.com', /^https:\/\/chat\.openai\.com\/aip\/g-[^/]+\/oauth\/callback$/],
        ['chatgpt.com', /^https:\/\/chatgpt\.com\/aip\/g-[^/]+\/oauth\/callback$/],
      ],
      'Register one with the preset gpt-action and the id that the GPT shows.',
    ),
  },
  {
    id: 'callback plugin-2023',
    hosts: ['plugin-2023'],
    says: 'A client may come back to the plugin’s address',
    fact: 'OpenAI, plugins of 2023: chat.openai.com/aip/{plugin-…}/oauth/callback',
    look: callback(
      [['chat.openai.com', /^https:\/\/chat\.openai\.com\/aip\/plugin-[^/]+\/oauth\/callback$/]],
      'Register one with the preset chatgpt-plugin and the plugin’s id.',
    ),
  },
  {
    id: 'callback m365',
    hosts: ['m365'],
    says: 'A client may come back to Microsoft’s token store',
    fact: 'Microsoft, OAuth for plugins: teams.microsoft.com/api/platform/v1.0/oAuthRedirect',
    look: callback(
      [
        [
          'teams.microsoft.com',
          /^https:\/\/teams\.microsoft\.com\/api\/platform\/v1\.0\/oAuthRedirect$/,
        ],
      ],
      'Register one with the preset m365-copilot.',
    ),
  },
  {
    id: 'm365 reference',
    hosts: ['m365'],
    says: 'The package names its OAuth registration',
    fact: 'Microsoft, OAuthPluginVault: reference_id from the Teams developer portal',
    look: ({ m365ReferenceId }) =>
      m365ReferenceId
        ? null
        : {
            found: 'It has a placeholder.',
            fix: 'Register the client in the Teams developer portal, and set M365_OAUTH_REFERENCE_ID.',
          },
  },
]
