import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { ensureInstalled, requireNode } from './install.mjs'
import { requireFreePort } from './port.mjs'

// Plain JavaScript without dependencies: this runs on a fresh clone, before anything is installed.
requireNode()
if (existsSync('.env')) process.loadEnvFile('.env')
await requireFreePort(Number(process.env.PORT || 3000))
ensureInstalled()

const up = spawn(process.execPath, ['--import', 'tsx', 'scripts/up.ts', ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})

// The terminal sends Ctrl-C to all; npm and others send it to this process alone.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => up.kill('SIGTERM'))
// npm puts a shell in between, which ends by itself when it is told to and does not pass it on.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || up.kill('SIGTERM'), 500).unref()
}
up.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
