import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled, requireNode } from './install.mjs'
import { ensurePostgres, freePort, startPostgres } from './postgres.mjs'

requireNode()
ensureInstalled()

const long = process.argv.includes('--long')
const reports = mkdtempSync(join(tmpdir(), 'reports-'))
const total = { passed: 0, failed: [] }

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
  tests('Unit and integration tests', vitest, readVitest)
  if (check('Production build', ['--import', 'tsx', 'scripts/run-build.ts'])) {
    ensureChromium()
    tests('End-to-end tests', playwright, readPlaywright)
    tests('Conformance', conformance, (result) => result)
  }
} finally {
  await postgres?.stop()
  rmSync(reports, { recursive: true, force: true })
}

console.log(`\n${total.passed} passed, ${total.failed.length} failed`)
for (const name of total.failed) console.log(`  ✗ ${name}`)
process.exit(total.failed.length === 0 ? 0 : 1)

/** One step that passes or fails as a whole. */
function check(title, args) {
  const isGood = run(title, args) === 0
  if (isGood) total.passed += 1
  else total.failed.push(title)
  return isGood
}

/** A runner whose report says what passed and failed; without a report the whole of it failed. */
function tests(title, command, read) {
  const report = join(reports, `${title}.json`)
  const status = run(title, command(report), { E2E_REPORT: report })
  const { passed, failed } = existsSync(report)
    ? read(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: [title] }
  total.passed += passed
  total.failed.push(...(failed.length === 0 && status !== 0 ? [title] : failed))
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

/** A file that could not be loaded has no tests, and is named itself. */
function readVitest({ numPassedTests, testResults }) {
  const failed = testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(process.cwd(), name)
    const names = assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName }) => `${file} › ${fullName}`)
    return status === 'failed' && names.length === 0 ? [file] : names
  })
  return { passed: numPassedTests, failed }
}

function readPlaywright({ stats, suites, errors }) {
  const stories = suites.flatMap(storiesOf)
  const failed = stories
    .filter(({ ok }) => !ok)
    .map(({ file, line, title }) => `e2e/${file}:${line} › ${title}`)
  return {
    passed: stats.expected + stats.flaky,
    failed: [...failed, ...errors.map(({ message }) => message)],
  }
}

function storiesOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(storiesOf)]
}
