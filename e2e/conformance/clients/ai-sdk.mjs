import { auth, createMCPClient, UnauthorizedError } from '@ai-sdk/mcp'
import { MemoryProvider } from './memory-provider.mjs'
import { listenForCallback, mcpUrl } from './story.mjs'
import { tell } from './tell.mjs'

const callback = await listenForCallback()
const provider = new MemoryProvider(callback.redirectUri)
const client = await createMCPClient({
  transport: { type: 'http', url: mcpUrl, authProvider: provider },
})

await tell({
  provider,
  callback,
  // It knows nothing of 403 insufficient_scope.
  stepsUp: false,
  listTools: async () => (await client.listTools()).tools.map(({ name }) => name),
  call: (request) => client.callTool(request),
  finish: (back) =>
    auth(provider, {
      serverUrl: mcpUrl,
      authorizationCode: back.get('code'),
      callbackState: back.get('state'),
      callbackIssuer: back.get('iss'),
    }),
  isAsked: (error) => error.cause instanceof UnauthorizedError,
})
await client.close()
process.exit(0)
