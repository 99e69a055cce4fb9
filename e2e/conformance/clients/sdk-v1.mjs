import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { MemoryProvider } from './memory-provider.mjs'
import { listenForCallback, mcpUrl } from './story.mjs'
import { tell } from './tell.mjs'

const callback = await listenForCallback()
const provider = new MemoryProvider(callback.redirectUri, {
  token_endpoint_auth_method: 'client_secret_post',
})
const transport = new StreamableHTTPClientTransport(new URL(mcpUrl), { authProvider: provider })
const client = new Client({ name: 'conformance', version: '1.0.0' })
await client.connect(transport)

await tell({
  provider,
  callback,
  // With a refresh token it refreshes instead of asking for more scope.
  stepsUp: false,
  listTools: async () => (await client.listTools()).tools.map(({ name }) => name),
  call: (request) => client.callTool(request),
  finish: (back) => transport.finishAuth(back.get('code')),
  isAsked: (error) => error instanceof UnauthorizedError,
})
await client.close()
process.exit(0)
