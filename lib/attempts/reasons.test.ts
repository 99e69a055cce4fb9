import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { explanations } from './reasons'

const all = [...explanations]

it.each(all)('docs/attempts.md explains %s with the same words', (reason, { what, todo }) => {
  expect(readFileSync('docs/attempts.md', 'utf8')).toContain(
    `| \`${reason}\` | ${what} | ${todo} |`,
  )
})

// On the database, where an attempt with that end is written: broken off, or left.
const tests = ['lib/oauth', 'lib/attempts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.db.test.ts'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
)

it.each(all)('a test breaks something until %s is recorded', (reason) => {
  expect(tests.some((text) => text.includes(`'${reason}'`))).toBe(true)
})
