/** How a host comes, of 100 connections how many are its, and of 100 attempts how many fail. */
export type LoadHost = {
  host: string
  share: number
  failing: number
  name: string
  userAgent: string
  /** `*` stands for what is another one for each person. */
  clientId: string
  redirectUri: string
}

/** As a site that is listed everywhere sees them. */
export const loadHosts: LoadHost[] = [
  {
    ...{ host: 'chatgpt', share: 42, failing: 8, name: 'ChatGPT', userAgent: 'openai-mcp/1.0.0' },
    clientId: 'https://chatgpt.com/oauth/client.json',
    redirectUri: 'https://chatgpt.com/connector_platform_oauth_redirect',
  },
  {
    ...{ host: 'claude', share: 22, failing: 6, name: 'Claude', userAgent: 'Claude-User' },
    clientId: 'https://claude.ai/oauth/mcp-oauth-client-metadata',
    redirectUri: 'https://claude.ai/api/mcp/auth_callback',
  },
  {
    ...{ host: 'claude-code', share: 9, failing: 12, name: 'Claude Code' },
    userAgent: 'claude-code/2.1.0',
    clientId: 'https://claude.ai/oauth/claude-code-client-metadata',
    redirectUri: 'http://localhost/callback',
  },
  {
    ...{ host: 'vscode', share: 8, failing: 14, name: 'Visual Studio Code' },
    userAgent: 'Visual Studio Code/1.125.0',
    clientId: 'dcr_vscode_*',
    redirectUri: 'http://127.0.0.1/',
  },
  {
    ...{ host: 'cursor', share: 6, failing: 22, name: 'Cursor', userAgent: 'Cursor/3.1' },
    clientId: 'https://cursor.com/oauth/mcp-client.json',
    redirectUri: 'http://localhost/callback',
  },
  {
    ...{
      host: 'gpt-action',
      share: 5,
      failing: 18,
      name: 'Weekend GPT',
      userAgent: 'ChatGPT-User',
    },
    clientId: 'load_gpt_action',
    redirectUri: 'https://chatgpt.com/aip/g-load/oauth/callback',
  },
  {
    ...{ host: 'm365', share: 4, failing: 20, name: 'Microsoft 365 Copilot', userAgent: 'Teams' },
    clientId: 'load_m365',
    redirectUri: 'https://teams.microsoft.com/api/platform/v1.0/oAuthRedirect',
  },
  {
    ...{ host: 'mcp', share: 4, failing: 55, name: 'MCP Inspector', userAgent: 'node' },
    clientId: 'dcr_mcp_*',
    redirectUri: 'http://localhost:6274/oauth/callback',
  },
]

/** One entry for each of 100. */
export const hostsByShare = loadHosts.flatMap((one) => Array<LoadHost>(one.share).fill(one))
