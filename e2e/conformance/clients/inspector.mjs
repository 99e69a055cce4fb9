import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { toolFile } from '../tools.mjs'
import {
  assertRefused,
  assertReservations,
  assertStays,
  assertTools,
  mcpUrl,
  mine,
  origin,
  revoke,
  search,
  step,
} from './story.mjs'

const program = toolFile('@modelcontextprotocol/inspector/clients/launcher/build/index.js')
const storage = process.env.HOME
const file = `${storage}/secrets.json`
const env = {
  ...process.env,
  MCP_STORAGE_DIR: storage,
  MCP_INSPECTOR_SECRET_STORE: 'file',
  // Without a terminal it asks for sign-in only if it may open a browser.
  MCP_AUTO_OPEN_ENABLED: 'true',
  // A port of its own: the usual one may be another Inspector's.
  MCP_OAUTH_CALLBACK_URL: 'http://127.0.0.1:0/oauth/callback',
}

/** One command of Inspector; its standard error, where it asks for sign-in, is the harness's. */
async function inspect(...args) {
  const command = [program, '--cli', '--server-url', mcpUrl, '--transport', 'http', ...args]
  const child = spawn(process.execPath, [...command, '--format', 'json'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  assert.equal(code, 0, `${args.join(' ')} ended with ${code}: ${output}`)
  return JSON.parse(output).result
}

/** Its secrets, kept in the clear without a keyring; the tokens are one of them. */
function kept() {
  const secrets = JSON.parse(readFileSync(file, 'utf8'))
  const [name, value] = Object.entries(secrets.secrets).find(([key]) => key.includes(':tokens:'))
  return { secrets, name, tokens: JSON.parse(value) }
}

const call = ({ name, arguments: input }, ...args) =>
  inspect(
    ...['--method', 'tools/call', '--tool-name', name],
    ...['--tool-args-json', JSON.stringify(input)],
    ...args,
  )

for (const era of ['legacy', 'modern']) {
  await step(`tools without sign-in (${era})`, async () => {
    const { tools } = await inspect('--method', 'tools/list', '--strict', '--protocol-era', era)
    assertTools(tools.map(({ name }) => name))
  })
  await step(`public tool without sign-in (${era})`, async () =>
    assertStays(await call(search, '--protocol-era', era)),
  )
}
await step('signs in for a protected tool', async () => assertReservations(await call(mine)))
await step('stays signed in', async () =>
  assertReservations(await call(mine, '--stored-auth-only', '--protocol-era', 'modern')),
)
await step('refreshes', async () => {
  const { secrets, name, tokens } = kept()
  const spoiled = { ...tokens, access_token: 'expired' }
  writeFileSync(file, JSON.stringify({ ...secrets, secrets: { [name]: JSON.stringify(spoiled) } }))
  assertReservations(await call(mine, '--stored-auth-only'))
  assert.notEqual(kept().tokens.refresh_token, tokens.refresh_token)
})
await step('is out at once when revoked', async () => {
  const { access_token, refresh_token } = kept().tokens
  const { servers } = JSON.parse(readFileSync(`${storage}/oauth.json`, 'utf8'))
  await revoke(refresh_token, servers[mcpUrl].byIssuer[origin].clientInformation)
  await assertRefused(access_token)
  await assert.rejects(call(mine, '--stored-auth-only'), /ended with 3/)
})
