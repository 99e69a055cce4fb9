import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { explain, reasons } from './reasons'

it('explains every reason in docs/attempts.md with the same words', () => {
  const page = readFileSync('docs/attempts.md', 'utf8')
  for (const reason of [...Object.keys(reasons), 'document.*']) {
    const { what, todo } = explain(reason)
    expect(page).toContain(`| \`${reason}\` | ${what} | ${todo} |`)
  }
})
