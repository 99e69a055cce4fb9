import type { HostId } from '@/lib/hosts'
import { answersInTime, arrives, isReachable } from './checks/arrival'
import { readsFromPages, readsTheChallenge, sendsFromPages } from './checks/cors'
import {
  describesItself,
  describesItselfTwice,
  namesItsServer,
  publishesKeys,
  takesDocuments,
} from './checks/discovery'
import { fitsTheLimits, isLetIn, leadsSomewhere } from './checks/manifest'
import { challenges, describesTools, handshakes } from './checks/mcp'
import { asksToSignIn, isFlat, isImportable, matchesTheManifest } from './checks/openapi'
import { registers, registersWithSecret } from './checks/registration'
import { answersWithIssuer, type Client, showsSignIn } from './checks/sign-in'
import { refusesForm, refusesJson } from './checks/token'
import type { Visitor, Walk } from './walk'

/** Resolves to what it saw; throws a Dislike. */
export type Check = (walk: Walk) => Promise<string>

export type ProbedHost = Visitor & {
  id: HostId | 'chatgpt-plugin' | 'browser'
  name: string
  checks: [title: string, check: Check][]
}

const chatGpt: Client = {
  id: 'https://chatgpt.com/oauth/client.json',
  redirectUri: 'https://chatgpt.com/connector_platform_oauth_redirect',
}
const claude: Client = {
  id: 'https://claude.ai/oauth/mcp-oauth-client-metadata',
  redirectUri: 'https://claude.ai/api/mcp/auth_callback',
}
// On the person's own computer: any port.
const claudeCode: Client = {
  id: 'https://claude.ai/oauth/claude-code-client-metadata',
  redirectUri: 'http://localhost:54321/callback',
}
const codeAndRefresh = ['authorization_code', 'refresh_token']
const vsCode = {
  application_type: 'native',
  redirect_uris: [
    'https://insiders.vscode.dev/redirect',
    'https://vscode.dev/redirect',
    'http://127.0.0.1/',
    'http://127.0.0.1:33418/',
  ],
  grant_types: [...codeAndRefresh, 'urn:ietf:params:oauth:grant-type:device_code'],
  token_endpoint_auth_method: 'none',
}
const copilot = {
  redirect_uris: ['https://teams.microsoft.com/api/platform/v1.0/oAuthRedirect'],
  grant_types: codeAndRefresh,
  token_endpoint_auth_method: 'client_secret_post',
}
const claudeRegistering = {
  redirect_uris: [claude.redirectUri],
  grant_types: codeAndRefresh,
  token_endpoint_auth_method: 'none',
  scope: 'claudeai',
}

const arrival: [string, Check] = ['What it sends arrives', arrives]
const internet: [string, Check] = ['Reachable from the internet', isReachable]
const time: [string, Check] = ['Time to answer', answersInTime]

const discovery: ProbedHost['checks'] = [
  ['Says where to sign in', challenges],
  ['Protected resource metadata', namesItsServer],
  ['Authorization server metadata', describesItself],
  ['OpenID discovery', describesItselfTwice],
]

const signIn = (client: Client): [string, Check] => ['Sign-in page', showsSignIn(client)]
const token: [string, Check] = ['Token endpoint', refusesForm]

/** How the hosts come, as far as a stranger gets; their user agents and limits as measured or told. */
export const probedHosts: ProbedHost[] = [
  {
    id: 'chatgpt',
    name: 'ChatGPT',
    agent: 'openai-mcp/1.0.0',
    seconds: 30,
    checks: [
      ...[arrival, internet, ...discovery],
      ['Handshake', handshakes('2025-11-25', 'openai-mcp')],
      ['Tools', describesTools],
      ['Client by its document', takesDocuments],
      ['Signing keys', publishesKeys],
      signIn(chatGpt),
      ['Issuer in every answer', answersWithIssuer(chatGpt)],
      ...[token, time],
    ],
  },
  {
    id: 'chatgpt-plugin',
    name: 'ChatGPT plugin of 2023',
    agent:
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; ChatGPT-User/1.0; +https://openai.com/bot',
    seconds: 15,
    checks: [
      ...[arrival, internet],
      ['Manifest', fitsTheLimits],
      ['What the manifest names', leadsSomewhere],
      ['robots.txt', isLetIn],
      ['Token endpoint, asked as JSON', refusesJson],
      time,
    ],
  },
  {
    id: 'gpt-action',
    name: 'GPT with actions',
    agent:
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; ChatGPT-User/1.0; +https://openai.com/bot',
    seconds: 45,
    checks: [
      ...[arrival, internet],
      ['OpenAPI importer', isImportable],
      ['Asks to sign in', asksToSignIn],
      ...[token, time],
    ],
  },
  {
    id: 'claude',
    name: 'Claude',
    agent: 'Claude-User/1.0',
    seconds: 10,
    checks: [
      ...[arrival, internet, ...discovery],
      ['Handshake', handshakes('2025-06-18', 'claude-ai')],
      ['Tools', describesTools],
      ['Client by its document', takesDocuments],
      ['Client that registers itself', registers(claudeRegistering)],
      signIn(claude),
      ...[token, time],
    ],
  },
  {
    id: 'claude-code',
    name: 'Claude Code',
    agent: 'claude-code/2.0',
    seconds: 10,
    checks: [
      ...[arrival, ...discovery],
      ['Handshake', handshakes('2025-06-18', 'claude-code')],
      ['Client by its document', takesDocuments],
      signIn(claudeCode),
      ...[token, time],
    ],
  },
  {
    id: 'vscode',
    name: 'VS Code',
    agent: 'Visual Studio Code/1.125.0',
    seconds: 30,
    checks: [
      ...[arrival, ...discovery],
      ['Handshake', handshakes('2025-06-18', 'Visual Studio Code')],
      ['Client that registers itself', registers(vsCode)],
      signIn({ registration: vsCode, redirectUri: 'http://127.0.0.1:33418/' }),
      ...[token, time],
    ],
  },
  {
    id: 'm365',
    name: 'Microsoft 365 Copilot',
    agent: 'Mozilla/5.0 (compatible; Microsoft 365 Copilot)',
    seconds: 30,
    checks: [
      ...[arrival, internet, ...discovery],
      ['Plugin manifest', matchesTheManifest],
      ['Flat requests', isFlat],
      ['Client with a secret', registersWithSecret(copilot)],
      signIn({ registration: copilot, redirectUri: String(copilot.redirect_uris[0]) }),
      ...[token, time],
    ],
  },
  {
    id: 'browser',
    name: 'Clients in a page (MCP Inspector)',
    agent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
    seconds: 30,
    checks: [
      arrival,
      ['Discovery from a page', readsFromPages],
      ['Requests from a page', sendsFromPages],
      ['Challenge from a page', readsTheChallenge],
    ],
  },
]
