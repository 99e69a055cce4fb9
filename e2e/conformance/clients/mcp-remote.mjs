import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { toolFile } from '../tools.mjs'
import {
  assertBooked,
  assertRefused,
  assertReservations,
  assertStays,
  assertTools,
  bookingOf,
  mcpUrl,
  mine,
  revoke,
  search,
  searchFree,
  step,
} from './story.mjs'

const folder = process.env.HOME

/** A host that speaks to local servers only; the bridge's standard error is the harness's. */
async function connect() {
  const client = new Client({ name: 'conformance', version: '1.0.0' })
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [toolFile('mcp-remote/dist/proxy.js'), mcpUrl, '--auth-timeout', '40'],
      env: { ...process.env, MCP_REMOTE_CONFIG_DIR: folder, BROWSER: 'true' },
      stderr: 'inherit',
    }),
  )
  return client
}

function kept(name) {
  const files = readdirSync(folder, { recursive: true }).map(String)
  const file = `${folder}/${files.find((path) => path.endsWith(`_${name}.json`))}`
  return { file, content: JSON.parse(readFileSync(file, 'utf8')) }
}

let client = await connect()
await step('tools without sign-in', async () =>
  assertTools((await client.listTools()).tools.map(({ name }) => name)),
)
await step('public tool without sign-in', async () => assertStays(await client.callTool(search)))
await step('signs in for a protected tool', async () =>
  assertReservations(await client.callTool(mine)),
)
await step('refreshes', async () => {
  await client.close()
  const { file, content } = kept('tokens')
  writeFileSync(file, JSON.stringify({ ...content, access_token: 'expired' }))
  client = await connect()
  assertReservations(await client.callTool(mine))
  assert.notEqual(kept('tokens').content.refresh_token, content.refresh_token)
})
await step('books', async () =>
  assertBooked(await client.callTool(bookingOf(await client.callTool(searchFree)))),
)
await step('is out at once when revoked', async () => {
  const { content } = kept('tokens')
  await revoke(content.refresh_token, kept('client_info').content)
  await assertRefused(content.access_token)
})
await client.close()
process.exit(0)
