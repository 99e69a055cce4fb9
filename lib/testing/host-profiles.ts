import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import * as oauth from 'oauth4webapi'
import { db } from '@/lib/data/db'
import type { McpHost } from './mcp-host'

/** A local copy of what a vendor publishes, as if it had just been fetched. */
async function publish(url: string, document: object): Promise<void> {
  const row = { text: JSON.stringify(document), ...fresh() }
  await db().clientDocument.upsert({
    where: { kind_url: { kind: 'client', url } },
    create: { kind: 'client', url, ...row },
    update: row,
  })
}

/** Adds a key to those of a vendor: test files that run at once each sign with their own. */
async function publishKey(url: string, key: object): Promise<void> {
  const data = { kind: 'keys' as const, url, text: '{"keys":[]}', ...fresh() }
  await db().clientDocument.createMany({ data, skipDuplicates: true })
  await db().$executeRaw`
    UPDATE "ClientDocument"
    SET text = jsonb_build_object('keys', (text::jsonb -> 'keys') || ${JSON.stringify(key)}::jsonb)::text
    WHERE kind = 'keys' AND url = ${url}`
}

const fresh = () => ({ takenAt: new Date(), freshUntil: new Date(Date.now() + 3600_000) })

const codeAndRefresh = ['authorization_code', 'refresh_token']
const codexUrl = 'https://chatgpt.com/oauth/codex/client.json'
const codexCallback = `/callback/${randomUUID()}`
const loopback = (path: string) =>
  `http://127.0.0.1:${40_000 + Math.floor(Math.random() * 9000)}${path}`
const open = (extra: object) => ({ token_endpoint_auth_method: 'none', ...extra })

/** ChatGPT as a plugin, which signs with keys of its own. */
export async function chatGpt(): Promise<McpHost> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const kid = randomUUID()
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }
  await publishKey('https://chatgpt.com/oauth/jwks.json', jwk)
  return {
    redirectUri: 'https://chatgpt.com/connector_platform_oauth_redirect',
    userAgent: 'openai-mcp/1.0.0',
    identity: { documentUrl: 'https://chatgpt.com/oauth/client.json' },
    auth: () => oauth.PrivateKeyJwt({ key: privateKey, kid }),
  }
}

/** ChatGPT by the client id of one connection. */
export async function chatGptConnection(): Promise<McpHost> {
  const documentUrl = 'https://chatgpt.com/oauth/cb_123/client.json'
  const redirectUri = 'https://chatgpt.com/connector/oauth/cb_123'
  await publish(documentUrl, {
    client_id: documentUrl,
    client_name: 'ChatGPT',
    redirect_uris: [redirectUri],
    grant_types: codeAndRefresh,
    token_endpoint_auth_method: 'none',
  })
  return { redirectUri, identity: { documentUrl } }
}

/** Microsoft 365 Copilot over MCP, with a secret that it registers for. */
export const copilot: McpHost = {
  redirectUri: 'https://teams.microsoft.com/api/platform/v1.0/oAuthRedirect',
  identity: {
    registration: {
      redirect_uris: ['https://teams.microsoft.com/api/platform/v1.0/oAuthRedirect'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  },
  auth: (secret) => oauth.ClientSecretPost(String(secret)),
}

export const publishCodex = (): Promise<void> =>
  publish(codexUrl, {
    client_id: codexUrl,
    client_name: 'Codex',
    redirect_uris: ['http://127.0.0.1/callback/4f2a'],
    token_endpoint_auth_method: 'none',
  })

/** Hosts that publish themselves or register. */
export const openHosts: [string, McpHost][] = [
  ['Codex', { redirectUri: loopback('/callback/4f2a'), identity: { documentUrl: codexUrl } }],
  [
    'Codex, registering itself',
    {
      redirectUri: loopback(codexCallback),
      identity: {
        registration: open({
          client_name: 'Codex',
          application_type: 'native',
          redirect_uris: [`http://127.0.0.1:1455${codexCallback}`],
        }),
      },
    },
  ],
  [
    'Claude',
    {
      redirectUri: 'https://claude.ai/api/mcp/auth_callback',
      identity: { documentUrl: 'https://claude.ai/oauth/mcp-oauth-client-metadata' },
    },
  ],
  [
    'Claude, registering itself',
    {
      redirectUri: 'https://claude.ai/api/mcp/auth_callback',
      identity: {
        registration: open({
          client_name: 'Claude',
          redirect_uris: ['https://claude.ai/api/mcp/auth_callback'],
          grant_types: codeAndRefresh,
          scope: 'claudeai',
        }),
      },
    },
  ],
  [
    'Claude Code',
    {
      redirectUri: loopback('/callback').replace('127.0.0.1', 'localhost'),
      identity: { documentUrl: 'https://claude.ai/oauth/claude-code-client-metadata' },
    },
  ],
  [
    'Visual Studio Code',
    {
      redirectUri: 'https://vscode.dev/redirect',
      userAgent: 'Visual Studio Code/1.125.0',
      identity: {
        registration: open({
          client_name: 'Visual Studio Code',
          application_type: 'native',
          redirect_uris: [
            'https://insiders.vscode.dev/redirect',
            'https://vscode.dev/redirect',
            'http://127.0.0.1/',
            'http://127.0.0.1:33418/',
          ],
          grant_types: [...codeAndRefresh, 'urn:ietf:params:oauth:grant-type:device_code'],
        }),
      },
    },
  ],
  [
    'Cursor',
    {
      redirectUri: 'http://localhost:8787/callback',
      identity: { documentUrl: 'https://cursor.com/oauth/mcp-client.json' },
    },
  ],
  [
    'Cursor, by its own scheme',
    {
      redirectUri: 'cursor://anysphere.cursor-mcp/oauth/callback',
      identity: {
        registration: open({ redirect_uris: ['cursor://anysphere.cursor-mcp/oauth/callback'] }),
      },
    },
  ],
  [
    'MCP Inspector',
    {
      redirectUri: 'http://localhost:6274/oauth/callback',
      identity: {
        registration: open({ redirect_uris: ['http://localhost:6274/oauth/callback'] }),
      },
    },
  ],
]
