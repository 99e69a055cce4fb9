import { describe, expect, it } from 'vitest'
import { env } from '@/lib/env'
import { createBrowser } from '@/lib/testing/browser'
import { serveDocuments } from '@/lib/testing/documents'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { readLogoutRequest } from './logout-request'

serveEndpoints()
const vendor = serveDocuments()

const redirectUri = 'https://vendor.example/callback'
const after = 'https://vendor.example/signed-out'

const putDocument = () =>
  vendor.put('/client.json', (id) => ({
    client_id: id,
    client_name: 'Vendor',
    redirect_uris: [redirectUri],
    post_logout_redirect_uris: [after],
  }))

const logout = (parameters: Record<string, string>) =>
  createBrowser().visit(`${env().origin}/oauth/logout?${new URLSearchParams(parameters)}`)

const requestOf = (location: string | null) =>
  readLogoutRequest(new URL(String(location), env().origin).searchParams.get('request'))

describe('an app that a person signs out of', () => {
  it('may ask them to sign out here too, and gets them back with its state', async () => {
    const client = linking.openClient(putDocument(), redirectUri)
    const scope = 'openid reservations:read'
    const person = await createPerson()
    const verifier = 'v'.repeat(43)
    const url = linking.authorizeUrl(client, {
      scope,
      resource: linking.mcp(),
      ...(await linking.challengeOf(verifier)),
    })
    const tokens = await linking.exchange(client, await linking.authorize(person, url), verifier)
    const { status, location } = await logout({
      id_token_hint: String(tokens.id_token),
      post_logout_redirect_uri: after,
      state: 'a b&c',
    })
    expect(status).toBe(303)
    expect(location).toMatch(/^\/sign-out\?request=/)
    expect(requestOf(location)).toEqual({ clientName: 'Vendor', next: `${after}?state=a+b%26c` })
  })

  it('is told nothing when it names an address that is not its own', async () => {
    const id = putDocument()
    const elsewhere = { client_id: id, post_logout_redirect_uri: 'https://evil.example/' }
    expect((await logout(elsewhere)).status).toBe(400)
    const nobody = await logout({ post_logout_redirect_uri: 'https://evil.example/' })
    expect(requestOf(nobody.location)).toEqual({ clientName: null, next: null })
    const forged = await logout({ id_token_hint: 'eyJhbGciOiJub25lIn0.e30.' })
    expect(forged.status).toBe(400)
  })

  it('cannot make up where to go on to', () => {
    for (const sealed of [undefined, '', 'x', 'https://evil.example/', ['a']]) {
      expect(readLogoutRequest(sealed)).toBeNull()
    }
  })
})
