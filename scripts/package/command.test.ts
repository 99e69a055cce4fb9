import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'

const run = promisify(execFile)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The command on a machine where nothing is set. */
function command(...args: string[]) {
  const unset = { APP_ORIGIN: '', DATABASE_URL: '', M365_OAUTH_REFERENCE_ID: '' }
  return run(process.execPath, ['--import', 'tsx', 'scripts/package.ts', ...args], {
    env: { ...process.env, ...unset, PORT: '3000', DATA_DIR: join(folder, 'data') },
  })
}

it('packs a plugin for Claude that says who we are and where the MCP server is', async () => {
  const out = join(folder, 'new', 'claude.zip')
  await command('claude', '--origin', 'https://stays.example', '--out', out)
  const files = unzipSync(await readFile(out))
  expect(Object.keys(files).sort()).toEqual(['.claude-plugin/plugin.json', '.mcp.json'])
  const json = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array()))
  const plugin = json('.claude-plugin/plugin.json')
  expect(plugin.name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  expect(plugin.version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(json('.mcp.json')).toEqual({
    mcpServers: { [plugin.name]: { type: 'http', url: 'https://stays.example/mcp' } },
  })
})

it('packs for a loopback origin only where it is asked for by name, and says what is open', async () => {
  const out = join(folder, 'copilot.zip')
  const { stdout } = await command('copilot', '--origin', 'http://localhost:3000', '--out', out)
  expect(stdout).toContain('with the release’s texts: no database is here')
  expect(stdout).toContain(`Wrote ${out} for http://localhost:3000`)
  expect(stdout).toContain('It has no OAuth registration yet')
})

it.each([
  [[], 'No host can reach http://localhost:3000.'],
  [['--origin', 'http://stays.example'], '--origin must be https'],
  [['--origin', 'https://stays.example/shop'], '--origin must be scheme and host only'],
  [['--runtime', 'soap'], 'There is no runtime soap.'],
])('with %j it writes nothing and says why', async (options, why) => {
  const out = join(folder, 'refused.zip')
  const { code, stderr } = await command('copilot', '--out', out, ...options).catch(
    (error) => error,
  )
  expect([code, stderr]).toEqual([1, expect.stringContaining(why)])
  expect(await readdir(folder)).not.toContain('refused.zip')
})
