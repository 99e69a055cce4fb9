import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export const toysKey = 'the-service-key-of-the-toys'

const openApi = (origin: string) => `
openapi: 3.0.1
info: { title: Toys, version: '1' }
servers: [{ url: '${origin}' }]
paths:
  /toys:
    get: { operationId: listToys, summary: List toys, responses: { '200': { description: OK } } }
    post:
      operationId: addToy
      summary: Add a toy
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [name]
              properties: { name: { type: string, description: What it is called } }
      responses: { '200': { description: OK } }
`

/** A plugin by other means than ours: one key for everybody, and a document in YAML. */
export async function serveToys(): Promise<{ origin: string; toys: string[]; server: Server }> {
  const toys = ['<img src=x onerror=alert(1)> Bear']
  let origin = ''
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) =>
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(typeof body === 'string' ? body : JSON.stringify(body))
    if (request.url === '/.well-known/ai-plugin.json') return answer(200, manifest(origin))
    if (request.url === '/openapi.yaml') return answer(200, openApi(origin))
    if (request.url !== '/toys') return answer(404, {})
    if (request.headers.authorization !== `Bearer ${toysKey}`) return answer(401, {})
    let body = ''
    for await (const chunk of request) body += chunk
    if (request.method === 'POST') toys.push(JSON.parse(body).name)
    return answer(200, { toys })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, toys, server }
}

const manifest = (origin: string) => ({
  schema_version: 'v1',
  name_for_human: 'Toys',
  name_for_model: 'toys',
  description_for_human: 'Toys of somebody else.',
  description_for_model: 'Lists and adds toys.',
  auth: {
    type: 'service_http',
    authorization_type: 'bearer',
    verification_tokens: { openai: 'x' },
  },
  api: { type: 'openapi', url: `${origin}/openapi.yaml` },
  logo_url: `${origin}/logo.png`,
  contact_email: 'toys@example.com',
  legal_info_url: `${origin}/legal`,
})
