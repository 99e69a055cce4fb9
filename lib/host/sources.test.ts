import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sourceOf } from './sources'

const named = new Set(
  readdirSync('lib/host', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => readFileSync(join('lib/host', name), 'utf8').match(/(?<=')§[\d.]+/g) ?? []),
)

it('tells of every fact that is named where it comes from', () => {
  expect(named.size).toBeGreaterThan(10)
  expect([...named].filter((fact) => sourceOf(fact).name === fact)).toEqual([])
})

it('has a line for each in the list of sources', () => {
  const text = readFileSync('docs/hosts.md', 'utf8')
  expect([...named].filter((fact) => !text.includes(`\n| ${fact} |`))).toEqual([])
})

it('leads to the section of an RFC, and nowhere for what it does not know', () => {
  expect(sourceOf('RFC 9207 §2.4').href).toBe('https://www.rfc-editor.org/rfc/rfc9207#section-2.4')
  expect(sourceOf('javascript:alert(1)')).toEqual({ name: 'javascript:alert(1)', href: null })
})
