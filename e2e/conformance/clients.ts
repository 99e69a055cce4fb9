import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runProgram } from './program'
import type { Surroundings } from './surroundings'
import { versionOf } from './tools.mjs'
import { watchFor } from './watch'

// Its document comes with the app, so that nothing is fetched from the internet.
const claudeCode = 'https://claude.ai/oauth/claude-code-client-metadata'

type Client = { program: string; args?: string[]; package: string }

const clients: Client[] = [
  { program: 'sdk-v1', package: '@modelcontextprotocol/sdk' },
  { program: 'sdk-v2', args: ['legacy'], package: '@modelcontextprotocol/client' },
  { program: 'sdk-v2', args: ['2026-07-28', claudeCode], package: '@modelcontextprotocol/client' },
  { program: 'ai-sdk', package: '@ai-sdk/mcp' },
  { program: 'inspector', package: '@modelcontextprotocol/inspector' },
  { program: 'mcp-remote', package: 'mcp-remote' },
  { program: 'openid-client', args: ['registered'], package: 'openid-client' },
  { program: 'openid-client', args: ['published'], package: 'openid-client' },
]

/** Real clients, each from the first call to a revoked connection, the person in a browser. */
export async function runClients(surroundings: Surroundings, only?: string): Promise<void> {
  for (const client of clients) {
    if (!only || only === client.program) await runClient(client, surroundings)
  }
}

async function runClient(client: Client, { origin, people, report }: Surroundings): Promise<void> {
  const person = await people.newPerson()
  const allow = watchFor(origin, person)
  const home = mkdtempSync(join(tmpdir(), `conformance-${client.program}-`))
  const start = performance.now()
  const steps: string[] = []
  const { code, output, problems } = await runProgram({
    args: [fileOf(client.program), ...(client.args ?? [])],
    env: { ORIGIN: origin, HOME: home, USERPROFILE: home, ...noBrowser(home) },
    timeoutMs: 60_000,
    onLine: (line) => {
      if (line.startsWith('step: ')) steps.push(line.slice('step: '.length))
      return allow(line)
    },
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  rmSync(home, { recursive: true, force: true })
  await person.leave()
  if (code !== 0 && problems.length === 0) problems.push(`It ended with code ${code}.`)
  if (problems.length > 0) problems.push(output.slice(-3000))
  const title = [client.package, versionOf(client.package), ...(client.args ?? [])].join(' ')
  report.add(title, problems, `${steps.join(', ')} (${seconds} s)`)
}

const fileOf = (program: string): string =>
  fileURLToPath(new URL(`clients/${program}.mjs`, import.meta.url))

/** The person reads the address from what the tool prints; a tool that opens a browser gets none. */
function noBrowser(home: string): Record<string, string> {
  const folder = join(home, 'bin')
  mkdirSync(folder)
  for (const name of ['open', 'xdg-open']) {
    writeFileSync(join(folder, name), '#!/bin/sh\n', { mode: 0o755 })
  }
  return { BROWSER: join(folder, 'open'), PATH: [folder, process.env.PATH].join(delimiter) }
}
