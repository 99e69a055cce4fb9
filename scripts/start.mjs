import { spawn } from 'node:child_process'
import { ensureInstalled, requireNode } from './install.mjs'

// Plain JavaScript without dependencies: this runs on a fresh clone, before anything is installed.
requireNode()
ensureInstalled()

const up = spawn(process.execPath, ['--import', 'tsx', 'scripts/up.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
})

// The terminal sends Ctrl-C to all; what others send to this process alone is passed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => up.kill('SIGTERM'))
up.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
