import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import { env } from '@/lib/env'
import {
  chatGpt,
  chatGptConnection,
  copilot,
  openHosts,
  publishCodex,
} from '@/lib/testing/host-profiles'
import * as linking from '@/lib/testing/link'
import { type Connected, connect, refreshed } from '@/lib/testing/mcp-host'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

serveEndpoints()

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
    const host = await chatGpt()
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
    await liveThrough(await connect(await chatGptConnection(), await createPerson()))
  })
})

describe('hosts that publish themselves or register', () => {
  it.each(openHosts)(
    '%s connects, calls, refreshes from two workers and disconnects',
    async (_name, host) => {
      await publishCodex()
      await liveThrough(await connect(host, await createPerson()))
    },
  )
})

describe('Microsoft 365 Copilot', () => {
  const redirectUri = 'https://teams.microsoft.com/api/platform/v1.0/oAuthRedirect'

  it('connects over MCP with a secret that it registers for, and PKCE', async () => {
    const connected = await connect(copilot, await createPerson())
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
      const { addClient } = await import('./clients/registered')
      const { addRedirectUris } = await import('./clients/redirects')
      const added = await addClient({ preset, hostId })
      expect(added.redirectUris).toHaveLength(count)
      // The host tells the id of a copy only after it was saved.
      const later = 'https://chatgpt.com/aip/g-4567/oauth/callback'
      await addRedirectUris(added.clientId, [later])
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
    const { addClient } = await import('./clients/registered')
    const { addRedirectUris } = await import('./clients/redirects')
    await expect(addClient({ preset: 'gpt-action' })).rejects.toThrow('the id')
    await expect(addClient({ preset: 'custom' })).rejects.toThrow('a redirect address')
    await expect(addClient({ preset: 'nobody' })).rejects.toThrow('There is no preset')
    await expect(addRedirectUris('nobody', ['https://x.example/cb'])).rejects.toThrow('No operator')
    const redirectUris = ['cursor://anysphere.cursor-mcp/oauth/callback']
    await expect(addClient({ preset: 'custom', redirectUris })).rejects.toThrow('not a redirect')
  })
})
