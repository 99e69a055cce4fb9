import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled, requireNode } from './install.mjs'
import { ensurePostgres, freePort, startPostgres } from './postgres.mjs'

requireNode()
ensureInstalled()

const long = process.argv.includes('--long')
const reports = mkdtempSync(join(tmpdir(), 'reports-'))
const total = { passed: 0, failed: 0 }

Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1', ...(long && { LONG: '1' }) })

process.env.E2E_PORT ??= String(await freePort())
if (!process.env.TEST_DATABASE_URL) ensurePostgres()
const postgres = process.env.TEST_DATABASE_URL ? null : await startPostgres()
if (postgres) process.env.TEST_DATABASE_URL = postgres.url
if (!process.env.TEST_DATABASE_URL) {
  console.log('No Postgres is installed: the database tests run on the embedded one only.')
}

try {
  check('Prisma client', ['node_modules/prisma/build/index.js', 'generate'])
  check('Lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.'])
  check('Route types', ['node_modules/next/dist/bin/next', 'typegen'])
  check('Types', ['node_modules/typescript/bin/tsc', '--noEmit'])
  tests('Unit and integration tests', vitest, countVitest)
  if (check('Production build', ['--import', 'tsx', 'scripts/run-build.ts'])) {
    ensureChromium()
    tests('End-to-end tests', playwright, countPlaywright)
    tests('Conformance', conformance, (counts) => counts)
  }
} finally {
  await postgres?.stop()
  rmSync(reports, { recursive: true, force: true })
}

console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

/** One step that passes or fails as a whole. */
function check(title, args) {
  const isGood = run(title, args) === 0
  total[isGood ? 'passed' : 'failed'] += 1
  return isGood
}

/** A runner whose report says how many tests passed; without a report the whole of it failed. */
function tests(title, command, count) {
  const report = join(reports, `${title}.json`)
  const status = run(title, command(report), { E2E_REPORT: report })
  const { passed, failed } = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 1 }
  total.passed += passed
  total.failed += failed === 0 && status !== 0 ? 1 : failed
}

function run(title, args, env = {}) {
  console.log(`\n── ${title}`)
  return spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    .status
}

function vitest(report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return ['node_modules/vitest/vitest.mjs', 'run', ...reporters]
}

function playwright() {
  return ['node_modules/@playwright/test/cli.js', 'test']
}

function conformance(report) {
  return ['scripts/conformance.mjs', '--report', report]
}

function countVitest({ numPassedTests, numFailedTests }) {
  return { passed: numPassedTests, failed: numFailedTests }
}

function countPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
}
