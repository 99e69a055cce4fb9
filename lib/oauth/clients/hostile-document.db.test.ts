import { expect, it } from 'vitest'
import { serveDocuments } from '@/lib/testing/documents'
import { serveEndpoints } from '@/lib/testing/serve'
import { listClients } from './list'
import { findDocumentClient } from './metadata-document'

serveEndpoints()
const vendor = serveDocuments()

it.each([
  ['a character that the database does not take', '"\\u0000"'],
  ['half a character', '"\\ud800"'],
  ['the other half', '"\\udc00"'],
  ['a number without an end', '1e999999'],
  ['a small one', '1e-99999'],
  ['lists without an end', '['.repeat(4500) + ']'.repeat(4500)],
])('an app whose document holds %s keeps no operator from the list of apps', async (_what, x) => {
  const path = `/${Math.random()}.json`
  const id = vendor.put(
    path,
    `{"client_id":"${vendor.url(path)}","client_name":"x","redirect_uris":["https://x.example/"],"x":${x}}`,
  )
  await findDocumentClient(id).catch(() => null)
  await expect(listClients({ q: 'http' }, {})).resolves.toHaveProperty('rows')
})
