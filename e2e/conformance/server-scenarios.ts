import { notOurs } from './not-ours'
import type { Report } from './report'
import { type Check, failuresOf, provesSomething, runSuite } from './suite'

/** The versions of the protocol that the suite knows; this server speaks all of them. */
const versions = ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28']

const excused = new Set(
  Object.values(notOurs)
    .flat()
    .map((name) => (name.includes(':') ? name : `${name}:${name}`)),
)

/**
 * The suite's server scenarios in every version. What not-ours.ts names is left out of the count, and
 * must leave the list when it passes or no longer runs.
 */
export async function runServerScenarios(url: string, who: string, report: Report): Promise<void> {
  const failed = new Set<string>()
  for (const version of versions) {
    const args = ['server', '--url', url, '--suite', 'all', '--spec-version', version]
    const { scenarios, problems } = await runSuite(args)
    if (problems.length > 0) report.add(`${version}, ${who}`, problems)
    let left = 0
    for (const [scenario, checks] of scenarios) {
      const failures = failuresOf(scenario, checks)
      for (const id of failures.keys()) failed.add(id)
      const ours = [...failures].filter(([id]) => !excused.has(id))
      if (ours.length === 0 && !provesSomething(checks)) left += 1
      else report.add(`${version} ${scenario}, ${who}`, toProblems(ours), noteOf(checks))
    }
    console.log(`  ${version}: ${left} more, about what this server has not (not-ours.ts)`)
  }
  const stale = [...excused].filter((id) => !failed.has(id))
  report.add(
    `not-ours.ts names only what fails, ${who}`,
    stale.map((id) => `${id} passes or is not run any more: take it from the list.`),
  )
}

function noteOf(checks: Check[]): string {
  const passed = checks.filter(({ status }) => status === 'SUCCESS').length
  return `${passed} of ${checks.length} checks`
}

export const toProblems = (failures: [string, string][]): string[] =>
  failures.map(([id, message]) => `${id}\n  ${message}`)
