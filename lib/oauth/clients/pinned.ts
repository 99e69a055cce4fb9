/**
 * The documents that vendors publish under their client ids, as they were on `takenAt`: the first
 * copy of each, so that a vendor's edge that refuses this server (claude.ai answers 403 to data
 * centers) does not stop the first sign-in. Whoever is in this list counts as known.
 */
export const takenAt = new Date('2026-09-29T00:00:00Z')

const codeAndRefresh = ['authorization_code', 'refresh_token']

const documents = [
  {
    client_id: 'https://chatgpt.com/oauth/client.json',
    client_name: 'ChatGPT',
    client_uri: 'https://chatgpt.com/',
    logo_uri: 'https://persistent.oaistatic.com/sonic/misc/openai-logo.png',
    redirect_uris: ['https://chatgpt.com/connector_platform_oauth_redirect'],
    grant_types: codeAndRefresh,
    response_types: ['code'],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'],
    token_endpoint_auth_signing_alg: 'RS256',
    jwks_uri: 'https://chatgpt.com/oauth/jwks.json',
  },
  {
    client_id: 'https://claude.ai/oauth/mcp-oauth-client-metadata',
    client_name: 'Claude',
    client_uri: 'https://claude.ai',
    redirect_uris: ['https://claude.ai/api/mcp/auth_callback'],
    grant_types: [...codeAndRefresh, 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  },
  {
    client_id: 'https://claude.ai/oauth/claude-code-client-metadata',
    client_name: 'Claude Code',
    redirect_uris: ['http://localhost/callback', 'http://127.0.0.1/callback'],
    grant_types: codeAndRefresh,
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  },
  {
    client_id: 'https://cursor.com/oauth/mcp-client.json',
    client_name: 'Cursor',
    redirect_uris: [
      'https://www.cursor.com/agents/mcp/oauth/callback',
      'http://localhost:8787/callback',
      'http://127.0.0.1:8787/callback',
    ],
    grant_types: codeAndRefresh,
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  },
  {
    client_id: 'https://goose-docs.ai/oauth/client-metadata.json',
    client_name: 'Goose',
    redirect_uris: ['http://127.0.0.1/oauth_callback'],
    grant_types: codeAndRefresh,
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  },
  {
    client_id: 'https://slack.com/.well-known/oauth-client-metadata',
    client_name: 'Slack',
    redirect_uris: ['https://oauth2.slack.com/external/auth/callback'],
    grant_types: codeAndRefresh,
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  },
]

const byId = new Map(documents.map((document) => [document.client_id, JSON.stringify(document)]))

export const pinnedDocument = (clientId: string): string | undefined => byId.get(clientId)

// Clients of these vendors whose documents this release has no copy of: fetched at first use.
const alsoKnown =
  /^https:\/\/(chatgpt\.com\/oauth\/[\w-]{1,100}\/client\.json|opencode\.ai\/oauth\/opencode\/client\.json)$/

export const isKnownVendor = (clientId: string): boolean =>
  byId.has(clientId) || alsoKnown.test(clientId)
