import { writeFileSync } from 'node:fs'

export type Report = {
  /** One line; the details follow only where it failed. */
  add: (title: string, problems: string[], note?: string) => void
  /** How many passed, and the titles of those that did not. */
  result: () => { passed: number; failed: string[] }
}

export function createReport(): Report {
  const result = { passed: 0, failed: [] as string[] }
  return {
    add(title, problems, note) {
      if (problems.length === 0) result.passed += 1
      else result.failed.push(title)
      console.log(`${problems.length === 0 ? '✓' : '✗'} ${title}${note ? `: ${note}` : ''}`)
      for (const problem of problems) console.log(problem.replace(/^/gm, '    '))
    },
    result: () => result,
  }
}

/** Says how it ended, and writes { passed, failed } to `file`; resolves to the exit code. */
export function end(report: Report, file: string | undefined): number {
  const { passed, failed } = report.result()
  console.log(`\n${passed} passed, ${failed.length} failed`)
  if (file) writeFileSync(file, JSON.stringify({ passed, failed }))
  // That nothing ran is no success.
  return failed.length === 0 && passed > 0 ? 0 : 1
}
