import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from './program'
import { toolFile } from './tools.mjs'

export type Check = { id: string; status: string; description: string; errorMessage?: string }

export type Suite = { scenarios: Map<string, Check[]>; problems: string[] }

/** Runs the official suite; resolves to the checks of each scenario that it ran. */
export async function runSuite(
  args: string[],
  onLine?: (line: string) => Promise<void> | undefined,
): Promise<Suite> {
  const results = mkdtempSync(join(tmpdir(), 'conformance-results-'))
  try {
    const { code, output, problems } = await runProgram({
      args: [toolFile('@modelcontextprotocol/conformance/dist/index.js'), ...args, '-o', results],
      env: {},
      timeoutMs: 60_000,
      onLine,
    })
    const scenarios = readScenarios(results)
    // It ends with 1 where a check failed: what that means is judged by the checks.
    if (scenarios.size === 0) problems.push(`It ended with ${code}.\n${output.slice(-2000)}`)
    return { scenarios, problems }
  } finally {
    rmSync(results, { recursive: true, force: true })
  }
}

/** Each scenario has a folder named `server-<scenario>-<time>`, or `authorization-server-…`. */
function readScenarios(folder: string): Map<string, Check[]> {
  const scenarios = new Map<string, Check[]>()
  for (const name of readdirSync(folder).sort()) {
    const scenario = /^(?:authorization-)?server-(.+)-\d{4}-\d\d-\d\dT[\dZ-]+$/.exec(name)?.[1]
    const file = join(folder, name, 'checks.json')
    // A scenario that was ended left none.
    if (scenario && existsSync(file))
      scenarios.set(scenario, JSON.parse(readFileSync(file, 'utf8')))
  }
  return scenarios
}

/** Whether anything passed besides the messages' schema, which every scenario looks at. */
export const provesSomething = (checks: Check[]): boolean =>
  checks.some(({ id, status }) => status === 'SUCCESS' && !id.startsWith('wire-schema'))

const isBad = ({ status }: Check): boolean => status === 'FAILURE' || status === 'WARNING'

/** The checks that failed or warned, each once, as `scenario:check`. */
export function failuresOf(scenario: string, checks: Check[]): Map<string, string> {
  const failures = new Map<string, string>()
  for (const check of checks.filter(isBad)) {
    failures.set(`${scenario}:${check.id}`, check.errorMessage ?? check.description)
  }
  return failures
}
