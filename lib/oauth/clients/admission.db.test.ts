import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { createBrowser } from '@/lib/testing/browser'
import { serveDocuments } from '@/lib/testing/documents'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

process.env.CLIENT_ADMISSION = 'listed'
serveEndpoints()
const vendor = serveDocuments()

const redirectUri = 'https://vendor.example/callback'

const putDocument = (path: string) =>
  vendor.put(path, (clientId) => ({ client_id: clientId, redirect_uris: [redirectUri] }))

async function ask(clientId: string, uri = redirectUri) {
  const challenge = await linking.challengeOf(oauth.generateRandomCodeVerifier())
  const client = linking.openClient(clientId, uri)
  return createBrowser().visit(
    linking.authorizeUrl(client, { resource: linking.mcp(), ...challenge }),
  )
}

async function register(uri: string): Promise<string> {
  const response = await fetch(`${env().origin}/oauth/register`, {
    method: 'POST',
    body: JSON.stringify({ redirect_uris: [uri], token_endpoint_auth_method: 'none' }),
  })
  return String((await response.json()).client_id)
}

describe('where only listed apps may come', () => {
  it('turns a stranger away in plain words, and lets in the vendors that are known', async () => {
    const stranger = putDocument('/stranger.json')
    const { status, body } = await ask(stranger)
    expect([status, body]).toEqual([400, expect.stringContaining('only the apps')])
    await attemptsWritten()
    const noted = { clientId: stranger, reason: 'client.not_listed' }
    expect(await db().attempt.count({ where: noted })).toBe(1)
    const claude = 'https://claude.ai/oauth/mcp-oauth-client-metadata'
    expect((await ask(claude, 'https://claude.ai/api/mcp/auth_callback')).status).toBe(303)
  })

  it('lets in whom the operator admitted, and keeps them', async () => {
    const { admit } = await import('./listing')
    const id = putDocument('/admitted.json')
    expect(await admit(id)).toBe(new URL(id).host)
    expect((await ask(id)).status).toBe(303)
    const client = linking.openClient(id, redirectUri)
    expect((await linking.linkOpen(await createPerson(), client)).access).toBeTruthy()
    await expect(admit('https://10.0.0.1/client.json')).rejects.toThrow('public internet')
    await expect(admit('not an address')).rejects.toThrow('not the address')
  })

  it('takes a client that registered itself by where it is sent back to', async () => {
    const claude = 'https://claude.ai/api/mcp/auth_callback'
    expect((await ask(await register(claude), claude)).status).toBe(303)
    expect((await ask(await register(redirectUri))).status).toBe(400)
    const here = 'http://127.0.0.1:4000/callback'
    expect((await ask(await register(here), here)).status).toBe(400)
  })

  it('does not concern the clients that an operator registered', async () => {
    const client = await linking.createClient()
    expect((await linking.link(await createPerson(), client)).access).toBeTruthy()
  })
})
