import type { Calling, Linking, Profile } from './profile'

const linking: Linking = {
  pkce: true,
  resource: true,
  iss: 'checked',
  identities: ['given', 'document', 'dynamic'],
  addsOfflineAccess: false,
  revokes: true,
  needsSecret: false,
  timeoutMs: 60_000,
  fact: '§3.2, §3.3',
}

const calling: Calling = {
  userAgent: 'openai-mcp/1.0.0',
  timeoutMs: 60_000,
  longest: 100_000,
  mostRetries: 0,
  headers: [],
  typeOnGet: false,
  robots: null,
  meta: ['openai/locale', 'openai/userAgent', 'openai/userLocation', 'openai/subject'],
  fact: '§3.3, §3.4',
}

const chatGpt: Profile = {
  name: 'ChatGPT',
  surface: 'mcp',
  fetching: { timeoutMs: 15_000, userAgent: 'openai-mcp/1.0.0', fact: null },
  openApi: null,
  mcp: {
    clientName: 'openai-mcp',
    protocols: ['2025-11-25', '2025-06-18'],
    discoversFirst: true,
    resourceIsUrl: false,
    authorizationServers: 'each',
    needsChallenge: true,
    hintsRequired: true,
    toolNeedsTitle: false,
    fact: '§3.1, §3.3, §3.4',
  },
  linking,
  calling,
  confirming: { rule: 'read-only-hint', fact: '§3.4' },
}

const claude: Profile = {
  name: 'Claude',
  surface: 'mcp',
  fetching: { timeoutMs: 10_000, userAgent: 'Claude-User', fact: '§4' },
  openApi: null,
  mcp: {
    clientName: 'claude-ai',
    protocols: ['2025-11-25', '2025-06-18'],
    discoversFirst: false,
    resourceIsUrl: true,
    authorizationServers: 'first',
    needsChallenge: false,
    hintsRequired: false,
    toolNeedsTitle: true,
    fact: '§4',
  },
  linking: {
    ...linking,
    addsOfflineAccess: true,
    timeoutMs: 10_000,
    fact: '§4, §7',
  },
  calling: {
    ...calling,
    userAgent: 'Claude-User',
    timeoutMs: 240_000,
    longest: 150_000,
    meta: [],
    fact: '§4',
  },
  confirming: { rule: 'read-only-hint', fact: '§4' },
}

const vsCode: Profile = {
  name: 'VS Code',
  surface: 'mcp',
  fetching: { timeoutMs: 15_000, userAgent: 'Visual Studio Code/1.0', fact: '§6' },
  openApi: null,
  mcp: {
    clientName: 'Visual Studio Code',
    protocols: ['2026-07-28', '2025-11-25', '2025-06-18'],
    discoversFirst: true,
    resourceIsUrl: true,
    authorizationServers: 'first',
    needsChallenge: false,
    hintsRequired: false,
    toolNeedsTitle: false,
    fact: '§6',
  },
  linking: {
    ...linking,
    identities: ['given', 'dynamic'],
    addsOfflineAccess: true,
    fact: '§6',
  },
  calling: { ...calling, userAgent: 'Visual Studio Code/1.0', meta: [], fact: null },
  confirming: { rule: 'read-only-hint', fact: null },
}

export const mcpProfiles = { chatgpt: chatGpt, claude, vscode: vsCode }
