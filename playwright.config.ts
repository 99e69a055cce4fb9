import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium.mjs'

const port = Number(process.env.E2E_PORT ?? 34170)
process.env.E2E_PORT = String(port)
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'e2e-'))
process.env.DATA_DIR = process.env.E2E_DATA_DIR
// The stories have a database of their own, whatever a .env says.
process.env.DATABASE_URL = ''
process.env.APP_ORIGIN = ''
// A story may hurry; the limits on calls have tests of their own.
process.env.RATE_LIMIT_FACTOR = '1000'

export default defineConfig({
  testDir: 'e2e',
  timeout: 60_000,
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env.CI,
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.E2E_REPORT
    ? [['list'], ['json', { outputFile: process.env.E2E_REPORT }]]
    : 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    // Costs a tenth of the time: `--trace on` has it for the story that fails.
    trace: 'off',
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: findChromium(),
      // As root, and where /dev/shm is small, Chromium does not start without these.
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
    },
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `http://localhost:${port}/health`,
    env: {
      PORT: String(port),
      DATA_DIR: process.env.E2E_DATA_DIR,
      DATABASE_URL: '',
      APP_ORIGIN: '',
    },
    timeout: 300_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGINT', timeout: 15_000 },
  },
})
