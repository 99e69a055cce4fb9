import type { Calling, Linking, Profile } from './profile'

const chatGptUser =
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; ChatGPT-User/1.0; +https://openai.com/bot'

const linking: Linking = {
  pkce: false,
  resource: false,
  iss: 'ignored',
  identities: ['given'],
  addsOfflineAccess: false,
  revokes: false,
  needsSecret: true,
  timeoutMs: 45_000,
  fact: '§1.3',
}

const calling: Calling = {
  userAgent: 'Python/3.9 aiohttp/3.8.4',
  timeoutMs: 45_000,
  longest: 100_000,
  mostRetries: 10,
  headers: ['conversation', 'ephemeral-user', 'subdivision'],
  typeOnGet: true,
  robots: 'ChatGPT-User',
  meta: [],
  fact: '§1.4',
}

const chatGpt2023: Profile = {
  name: 'ChatGPT 2023',
  surface: 'plugin',
  fetching: { timeoutMs: 15_000, userAgent: calling.userAgent, fact: '§1.4' },
  openApi: {
    versions: '3.x',
    mostOperations: null,
    longestDescription: 200,
    longestParameterDescription: 200,
    strict: false,
    flatOnly: false,
    takesManifest: false,
    fact: '§1.4',
  },
  mcp: null,
  linking,
  calling,
  confirming: { rule: 'every-write', fact: '§1.4' },
}

const gptAction: Profile = {
  name: 'GPT Action',
  surface: 'openapi',
  fetching: { timeoutMs: 15_000, userAgent: chatGptUser, fact: '§1.4' },
  openApi: {
    versions: '3.1',
    mostOperations: 30,
    longestDescription: 300,
    longestParameterDescription: 700,
    strict: true,
    flatOnly: false,
    takesManifest: false,
    fact: '§2.2',
  },
  mcp: null,
  linking: { ...linking, fact: '§2.1' },
  calling: {
    ...calling,
    userAgent: chatGptUser,
    headers: ['conversation', 'ephemeral-user', 'gpt'],
    fact: '§2.3',
  },
  confirming: { rule: 'consequential', fact: '§2.3' },
}

const copilot: Profile = {
  name: 'Microsoft 365 Copilot',
  surface: 'openapi',
  fetching: { timeoutMs: 15_000, userAgent: 'Microsoft 365 Copilot', fact: null },
  openApi: {
    versions: '3.x',
    mostOperations: null,
    longestDescription: 4000,
    longestParameterDescription: 4000,
    strict: false,
    flatOnly: true,
    takesManifest: true,
    fact: '§5.3',
  },
  mcp: null,
  linking: { ...linking, pkce: true, fact: '§5.2' },
  calling: {
    userAgent: 'Microsoft 365 Copilot',
    timeoutMs: 45_000,
    longest: 100_000,
    mostRetries: 0,
    headers: [],
    typeOnGet: false,
    robots: null,
    meta: [],
    fact: null,
  },
  confirming: { rule: 'first-use', fact: '§5.3' },
}

export const openApiProfiles = { 'chatgpt-2023': chatGpt2023, 'gpt-action': gptAction, copilot }
