import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import * as linking from '@/lib/testing/link'
import { type Connected, connect, type McpHost, refreshed } from '@/lib/testing/mcp-host'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

serveEndpoints()

const codeAndRefresh = ['authorization_code', 'refresh_token']

/** A local copy of what a vendor publishes, as if it had just been fetched. */
async function publish(url: string, document: object): Promise<void> {
  const kind = 'keys' in document ? 'keys' : 'client'
  const kept = { text: JSON.stringify(document), takenAt: new Date() }
  const row = { ...kept, freshUntil: new Date(Date.now() + 3600_000) }
  await db().clientDocument.upsert({
    where: { kind_url: { kind, url } },
    create: { kind, url, ...row },
    update: row,
  })
}

const call = (token: string, name: string, input: object = {}) =>
  linking.callMcp(token, { method: 'tools/call', params: { name, arguments: input } })

const revoke = (body: Record<string, string>) =>
  fetch(`${env().origin}/oauth/revoke`, { method: 'POST', body: new URLSearchParams(body) })

/** What every MCP host does once it is connected, until the person presses Disconnect. */
async function liveThrough(connected: Connected): Promise<void> {
  expect((await call(connected.access, 'listReservations')).status).toBe(200)
  // Two workers refresh with the same token at the same moment: both stay connected.
  const both = await Promise.all([refreshed(connected), refreshed(connected)])
  expect(both[0].refreshToken).toBe(both[1].refreshToken)
  const [next] = both
  expect((await call(next.access, 'listReservations')).status).toBe(200)
  // Disconnect sends no more than the token and the client id, even where the client has a key.
  const { client_id } = connected.client.metadata
  expect((await revoke({ token: next.refreshToken, client_id })).status).toBe(200)
  await expect(refreshed(next)).rejects.toThrow()
  await expect.poll(async () => (await call(next.access, 'listReservations')).status).toBe(401)
}

describe('ChatGPT, as a plugin over MCP', () => {
  it('signs with its own keys, links, learns the e-mail address, and disconnects', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
    const jwk = { ...(await exportJWK(publicKey)), kid: 'local', alg: 'RS256', use: 'sig' }
    await publish('https://chatgpt.com/oauth/jwks.json', { keys: [jwk] })
    const host: McpHost = {
      redirectUri: 'https://chatgpt.com/connector_platform_oauth_redirect',
      userAgent: 'openai-mcp/1.0.0',
      identity: { documentUrl: 'https://chatgpt.com/oauth/client.json' },
      auth: () => oauth.PrivateKeyJwt({ key: privateKey, kid: 'local' }),
    }
    const person = await createPerson()
    const connected = await connect(host, person)
    const { client } = connected
    const verifier = oauth.generateRandomCodeVerifier()
    const asked = {
      scope: 'openid email reservations:read',
      resource: linking.mcp(),
      ...(await linking.challengeOf(verifier)),
    }
    const back = await linking.authorize(person, linking.authorizeUrl(client, asked), {
      chosen: ['email'],
    })
    const tokens = await linking.exchange(client, back, verifier, { resource: linking.mcp() })
    const userinfo = await fetch(`${env().origin}/oauth/userinfo`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    })
    expect(await userinfo.json()).toMatchObject({ email: person.email, email_verified: false })
    const profile = await (await call(tokens.access_token, 'getProfile')).json()
    expect(profile.result.structuredContent).toEqual({ id: person.id, email: person.email })
    await liveThrough(connected)
  })

  it('connects by the client id of one connection, too', async () => {
    const documentUrl = 'https://chatgpt.com/oauth/cb_123/client.json'
    const redirectUri = 'https://chatgpt.com/connector/oauth/cb_123'
    await publish(documentUrl, {
      client_id: documentUrl,
      client_name: 'ChatGPT',
      redirect_uris: [redirectUri],
      grant_types: codeAndRefresh,
      token_endpoint_auth_method: 'none',
    })
    await liveThrough(
      await connect({ redirectUri, identity: { documentUrl } }, await createPerson()),
    )
  })
})

describe('hosts that publish themselves or register', () => {
  const codexUrl = 'https://chatgpt.com/oauth/codex/client.json'
  const loopback = (path: string) =>
    `http://127.0.0.1:${40_000 + Math.floor(Math.random() * 9000)}${path}`
  const open = (extra: object) => ({ token_endpoint_auth_method: 'none', ...extra })
  const codexCallback = `/callback/${randomUUID()}`

  const hosts: [string, McpHost][] = [
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

  it.each(hosts)(
    '%s connects, calls, refreshes from two workers and disconnects',
    async (_name, host) => {
      await publish(codexUrl, {
        client_id: codexUrl,
        client_name: 'Codex',
        redirect_uris: ['http://127.0.0.1/callback/4f2a'],
        token_endpoint_auth_method: 'none',
      })
      await liveThrough(await connect(host, await createPerson()))
    },
  )
})

describe('Microsoft 365 Copilot', () => {
  const redirectUri = 'https://teams.microsoft.com/api/platform/v1.0/oAuthRedirect'

  it('connects over MCP with a secret that it registers for, and PKCE', async () => {
    const host: McpHost = {
      redirectUri,
      identity: {
        registration: {
          redirect_uris: [redirectUri],
          token_endpoint_auth_method: 'client_secret_post',
        },
      },
      auth: (secret) => oauth.ClientSecretPost(String(secret)),
    }
    const connected = await connect(host, await createPerson())
    expect((await call((await refreshed(connected)).access, 'listReservations')).status).toBe(200)
  })

  it.each([false, true])('links the API plugin from its vault (PKCE: %s)', async (withPkce) => {
    const { addClient } = await import('./clients/registered')
    const added = await addClient({ preset: 'm365-copilot' })
    const auth = oauth.ClientSecretPost(added.clientSecret)
    const client = linking.openClient(added.clientId, redirectUri, auth)
    const verifier = withPkce ? oauth.generateRandomCodeVerifier() : null
    const challenge = verifier ? await linking.challengeOf(verifier) : {}
    const back = await linking.authorize(
      await createPerson(),
      linking.authorizeUrl(client, challenge),
    )
    const { access_token } = await linking.exchange(client, back, verifier)
    expect((await linking.callApi(access_token)).status).toBe(200)
  })
})

describe('hosts that an operator registers', () => {
  it.each([
    ['chatgpt-plugin', 'plugin-7', 1],
    ['gpt-action', 'g-0123', 2],
    ['gemini-enterprise', undefined, 1],
  ])(
    '%s is sent back to its own addresses, by Basic or in the body',
    async (preset, hostId, count) => {
      const { addClient, addRedirectUri } = await import('./clients/registered')
      const added = await addClient({ preset, hostId })
      expect(added.redirectUris).toHaveLength(count)
      // The host tells the id of a copy only after it was saved.
      const later = 'https://chatgpt.com/aip/g-4567/oauth/callback'
      await addRedirectUri(added.clientId, later)
      for (const redirectUri of [...added.redirectUris, later]) {
        for (const auth of [oauth.ClientSecretBasic, oauth.ClientSecretPost]) {
          const client = linking.openClient(added.clientId, redirectUri, auth(added.clientSecret))
          const { access } = await linking.link(await createPerson(), client, { scope: '' })
          const isMcp = preset === 'gemini-enterprise'
          expect((await linking.callApi(access)).status).toBe(isMcp ? 401 : 200)
          expect((await linking.callMcp(access)).status).toBe(isMcp ? 200 : 401)
        }
      }
    },
  )

  it('needs the id of the plugin, and refuses what is no address', async () => {
    const { addClient, addRedirectUri } = await import('./clients/registered')
    await expect(addClient({ preset: 'gpt-action' })).rejects.toThrow('the id')
    await expect(addClient({ preset: 'custom' })).rejects.toThrow('a redirect address')
    await expect(addClient({ preset: 'nobody' })).rejects.toThrow('There is no preset')
    await expect(addRedirectUri('nobody', 'https://x.example/cb')).rejects.toThrow('No operator')
    const redirectUris = ['cursor://anysphere.cursor-mcp/oauth/callback']
    await expect(addClient({ preset: 'custom', redirectUris })).rejects.toThrow('not a redirect')
  })
})
