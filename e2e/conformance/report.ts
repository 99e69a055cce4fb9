import { writeFileSync } from 'node:fs'

export type Report = {
  /** One line; the details follow only where it failed. */
  add: (title: string, problems: string[], note?: string) => void
  counts: () => { passed: number; failed: number }
}

export function createReport(): Report {
  const counts = { passed: 0, failed: 0 }
  return {
    add(title, problems, note) {
      counts[problems.length === 0 ? 'passed' : 'failed'] += 1
      console.log(`${problems.length === 0 ? '✓' : '✗'} ${title}${note ? `: ${note}` : ''}`)
      for (const problem of problems) console.log(problem.replace(/^/gm, '    '))
    },
    counts: () => counts,
  }
}

/** Says how it ended, and writes { passed, failed } to `file`; resolves to the exit code. */
export function end(report: Report, file: string | undefined): number {
  const { passed, failed } = report.counts()
  console.log(`\n${passed} passed, ${failed} failed`)
  if (file) writeFileSync(file, JSON.stringify({ passed, failed }))
  // That nothing ran is no success.
  return failed === 0 && passed > 0 ? 0 : 1
}
