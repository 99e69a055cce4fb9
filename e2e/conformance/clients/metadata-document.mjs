import { once } from 'node:events'
import { createServer } from 'node:http'

/**
 * Publishes a client's metadata on this machine; resolves to the address, which is the client's id
 * (draft-ietf-oauth-client-id-metadata-document §3). Only a server in local mode fetches it there.
 */
export async function publish(metadata) {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ client_id: id, ...metadata }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const id = `http://127.0.0.1:${server.address().port}/client.json`
  return id
}
