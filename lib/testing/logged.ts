import { vi } from 'vitest'

type Line = { level: string; event: string; requestId?: string; [fact: string]: unknown }

/** What the log says from now on, instead of standing among the results. */
export function watchLog() {
  const written = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const text = () => written.mock.calls.map(([chunk]) => String(chunk)).join('')
  return {
    text,
    lines: (): Line[] =>
      text()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line)),
    clear: () => written.mockClear(),
    restore: () => written.mockRestore(),
  }
}
