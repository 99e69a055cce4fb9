/** The products that assistants live in. The ids stand for them wherever a host is recorded. */
export type HostId =
  | 'chatgpt'
  | 'claude'
  | 'm365'
  | 'claude-code'
  | 'codex'
  | 'vscode'
  | 'cursor'
  | 'gemini'
  | 'gpt-action'
  | 'mcp'
  | 'openapi'

export type Host = {
  name: string
  /** In a sentence, where the name is a heading for a kind of host. */
  inWords?: string
  /** Where its calls come from: a plugin on localhost is reached from the same machine only. */
  calls: 'from the cloud' | 'from the person’s machine' | 'from anywhere'
}

export const hosts: Record<HostId, Host> = {
  chatgpt: { name: 'ChatGPT', calls: 'from the cloud' },
  claude: { name: 'Claude', calls: 'from the cloud' },
  m365: { name: 'Microsoft 365 Copilot', calls: 'from the cloud' },
  'claude-code': { name: 'Claude Code', calls: 'from the person’s machine' },
  codex: { name: 'Codex', calls: 'from the person’s machine' },
  vscode: { name: 'VS Code', calls: 'from the person’s machine' },
  cursor: { name: 'Cursor', calls: 'from the person’s machine' },
  gemini: { name: 'Gemini Enterprise or Copilot Studio', calls: 'from the cloud' },
  'gpt-action': {
    name: 'GPT with actions',
    inWords: 'a GPT with actions',
    calls: 'from the cloud',
  },
  mcp: { name: 'Any MCP client', inWords: 'an MCP client', calls: 'from anywhere' },
  openapi: { name: 'Any OpenAPI client', inWords: 'an OpenAPI client', calls: 'from anywhere' },
}

export const isHostId = (id: string): id is HostId => Object.hasOwn(hosts, id)

/** Of what was written down when the app came; before that was done it can be any. */
export const toHostId = (id: string | null): HostId => (id !== null && isHostId(id) ? id : 'mcp')

/**
 * Addresses that vendors publish for the calls of their clouds, many people behind each: openai.com/
 * chatgpt-actions.json and ip-addresses, docs.claude.com (ip-addresses). One that is missing here is
 * only counted like any other.
 */
export const egress: { host: HostId; ranges: string[] }[] = [
  {
    host: 'chatgpt',
    ranges: [
      ...['23.102.140.112/28', '13.66.11.96/28', '104.210.133.240/28', '20.97.188.144/28'],
      ...['20.161.76.48/28', '52.234.32.208/28', '52.156.132.32/28', '40.84.180.128/28'],
    ],
  },
  { host: 'claude', ranges: ['160.79.104.0/21'] },
]

/** Where the vendors' own hosts take people back to; only they can answer there over https. */
export const redirectHosts = new Map<string, HostId>([
  ['chatgpt.com', 'chatgpt'],
  ['chat.openai.com', 'gpt-action'],
  ['platform.openai.com', 'chatgpt'],
  ['claude.ai', 'claude'],
  ['claude.com', 'claude'],
  ['teams.microsoft.com', 'm365'],
  ['vscode.dev', 'vscode'],
  ['insiders.vscode.dev', 'vscode'],
  ['www.cursor.com', 'cursor'],
  ['vertexaisearch.cloud.google.com', 'gemini'],
  ['oauth2.slack.com', 'mcp'],
  ['www.perplexity.ai', 'mcp'],
])
