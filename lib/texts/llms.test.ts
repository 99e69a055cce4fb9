import { expect, it } from 'vitest'
import { toyCatalog } from '@/lib/plugin/toy-catalog'
import { toLlmsTxt } from './llms'

const about = { name: 'Toys', tagline: 'Toys for all.', descriptionForModel: 'Greets and notes.' }
const text = toLlmsTxt('https://toys.example', about, toyCatalog)

it('keeps the form of llmstxt.org: a title, a summary, then lists of links', () => {
  const [title, summary, details, ...sections] = text.trim().split('\n\n')
  expect([title, summary, details]).toEqual(['# Toys', '> Toys for all.', 'Greets and notes.'])
  for (const line of sections.flatMap((section) => section.split('\n'))) {
    expect(line).toMatch(/^(## \w+|- \[[^\]]+\]\(https:\/\/toys\.example\/[^)]*\): .+)$/)
  }
})

it('leads to every surface and names every operation', () => {
  for (const path of [
    '/mcp',
    '/openapi.json',
    '/.well-known/ai-plugin.json',
    '/connect',
    '/docs',
  ]) {
    expect(text).toContain(`](https://toys.example${path})`)
  }
  expect(text).toContain('- [greet](https://toys.example/docs): Greet. Greets somebody.')
  expect(text).toContain('- [note](https://toys.example/docs): Note. Takes a note.')
})
