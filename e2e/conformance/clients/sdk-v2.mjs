import {
  Client,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from '@modelcontextprotocol/client'
import { MemoryProvider } from './memory-provider.mjs'
import { listenForCallback, mcpUrl } from './story.mjs'
import { tell } from './tell.mjs'

const [mode, clientMetadataUrl] = process.argv.slice(2)
const callback = await listenForCallback()
const provider = new MemoryProvider(callback.redirectUri)
// A client that publishes its metadata does not register.
if (clientMetadataUrl) provider.clientMetadataUrl = clientMetadataUrl
const transport = new StreamableHTTPClientTransport(new URL(mcpUrl), { authProvider: provider })
const client = new Client(
  { name: 'conformance', version: '1.0.0' },
  { versionNegotiation: { mode: mode === 'legacy' ? mode : { pin: mode } } },
)
await client.connect(transport)

await tell({
  provider,
  callback,
  listTools: async () => (await client.listTools()).tools.map(({ name }) => name),
  call: (request) => client.callTool(request),
  finish: (back) => transport.finishAuth(back),
  isAsked: (error) => UnauthorizedError.isInstance(error),
})
await client.close()
process.exit(0)
