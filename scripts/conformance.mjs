import { spawnSync } from 'node:child_process'
import { ensureTools } from '../e2e/conformance/tools.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled, requireNode } from './install.mjs'

requireNode()
ensureInstalled()
ensureTools()
ensureChromium()

const args = ['--import', 'tsx', 'e2e/conformance/index.ts', ...process.argv.slice(2)]
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1)
