import { expect, it } from 'vitest'
import { serveDocuments } from '@/lib/testing/documents'
import * as linking from '@/lib/testing/link'
import { watchLog } from '@/lib/testing/logged'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

process.env.CLIENT_ADMISSION = 'report'
serveEndpoints()
const vendor = serveDocuments()

it('lets a stranger in, and tells the operator, without a word of the stranger', async () => {
  const warned = watchLog()
  const redirectUri = 'https://vendor.example/callback'
  const id = vendor.put('/client.json', (url) => ({
    client_id: url,
    client_name: 'Call me Claude',
    redirect_uris: [redirectUri],
  }))
  const client = linking.openClient(id, redirectUri)
  expect((await linking.linkOpen(await createPerson(), client)).access).toBeTruthy()
  const lines = warned.text()
  expect(lines).toContain('client is not listed')
  expect(lines).toContain(new URL(id).host)
  expect(lines).not.toContain('Call me')
})
