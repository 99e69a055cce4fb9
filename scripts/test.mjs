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
// The tag of stories that measure: another beside them takes their time.
const alone = '@alone'
const total = { passed: 0, failed: [], flaky: [] }

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
    tests('End-to-end tests', playwright('--grep-invert', alone), readPlaywright)
    if (long) tests('Under load', playwright('--grep', alone, '--workers', '1'), readPlaywright)
    tests('Conformance', conformance, (result) => result)
  }
} finally {
  await postgres?.stop()
  rmSync(reports, { recursive: true, force: true })
}

console.log(`\n${total.passed} passed, ${total.failed.length} failed`)
for (const name of total.failed) console.log(`  ✗ ${name}`)
for (const name of total.flaky) console.log(`  passed only when tried again: ${name}`)
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
  const {
    passed,
    failed,
    flaky = [],
  } = existsSync(report)
    ? read(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: [title] }
  total.passed += passed
  total.flaky.push(...flaky)
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

function playwright(...options) {
  return () => ['node_modules/@playwright/test/cli.js', 'test', ...options]
}

function conformance(report) {
  return ['scripts/conformance.mjs', '--report', report]
}

function readVitest({ numPassedTests, testResults }) {
  const named = (isIt) =>
    testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(isIt)
        .map(({ fullName }) => `${relative(process.cwd(), name)} › ${fullName}`),
    )
  const failed = named(({ status }) => status === 'failed')
  const isBroken = ({ status, assertionResults }) =>
    status === 'failed' && assertionResults.every((test) => test.status !== 'failed')
  const broken = testResults.filter(isBroken).map(({ name }) => relative(process.cwd(), name))
  // What went wrong at an earlier try stays in its report.
  const flaky = named((test) => test.status === 'passed' && test.failureMessages.length > 0)
  return { passed: numPassedTests, failed: [...failed, ...broken], flaky }
}

function readPlaywright({ stats, suites, errors }) {
  const stories = suites.flatMap(storiesOf)
  const named = (isIt) =>
    stories.filter(isIt).map(({ file, line, title }) => `e2e/${file}:${line} › ${title}`)
  const failed = [...named(({ ok }) => !ok), ...errors.map(({ message }) => message)]
  const flaky = named(({ tests }) => tests.some(({ status }) => status === 'flaky'))
  return { passed: stats.expected + stats.flaky, failed, flaky }
}

function storiesOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(storiesOf)]
}
