import { expect, it } from 'vitest'
import { env } from '@/lib/env'
import { serveEndpoints } from '@/lib/testing/serve'

process.env.DYNAMIC_REGISTRATION = 'off'
serveEndpoints()

it('is neither there nor named when an operator switched it off', async () => {
  const response = await fetch(`${env().origin}/oauth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ redirect_uris: ['https://vendor.example/cb'] }),
  })
  expect(response.status).toBe(404)
  const metadata = await fetch(`${env().origin}/.well-known/oauth-authorization-server`)
  expect(await metadata.json()).not.toHaveProperty('registration_endpoint')
})
