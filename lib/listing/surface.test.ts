import { expect, it } from 'vitest'
import { goodFacts } from './checks/good-facts'
import { type ReviewHost, reviewHostIds } from './hosts'
import { compare, type Surface, toChanges, toSurface } from './surface'

const before = (): Surface => toSurface(goodFacts())

/** What each host asks for after a change, by part. */
function needs(change: (facts: ReturnType<typeof goodFacts>) => void) {
  const facts = goodFacts()
  change(facts)
  // As it comes back from the database.
  const kept = JSON.parse(JSON.stringify(before())) as Surface
  const after = toSurface(facts)
  return Object.fromEntries(
    reviewHostIds.map((host: ReviewHost) => [
      host,
      toChanges(host, kept, after).map(({ part, need }) => `${part} ${need}`),
    ]),
  )
}

const nothing = Object.fromEntries(reviewHostIds.map((host) => [host, []]))

it('asks for nothing where nothing changed', () => {
  expect(needs(() => {})).toEqual(nothing)
})

it('leaves out the tokens by which a host proves the domain', () => {
  expect(
    needs((facts) => {
      facts.listing = { ...facts.listing, appsChallenge: 'another', pluginToken: '' }
    }),
  ).toEqual(nothing)
  expect(JSON.stringify(before().listing)).not.toContain('tok-')
})

it('asks for a new review of changed tools where they are a contract, and nowhere else', () => {
  expect(
    needs((facts) => {
      facts.tools = facts.tools.map((tool) => ({ ...tool, description: 'Does more.' }))
    }),
  ).toEqual({ ...nothing, chatgpt: ['tools review'], claude: ['tools nothing'] })
})

it('asks of each host what it wants of a changed text', () => {
  expect(
    needs((facts) => {
      facts.listing = { ...facts.listing, subtitle: 'Toys' }
      facts.manifest.text = '{"name_for_human":"Toys"}'
    }),
  ).toEqual({
    ...nothing,
    chatgpt: ['listing review'],
    claude: ['listing update'],
    m365: ['listing review'],
    'plugin-2023': ['manifest review'],
  })
})

it('names every value that is not as it was, and where it stands', () => {
  const from = { a: { b: 1, gone: 'x' }, same: [1, 2] }
  expect(compare(from, { a: { b: 2, come: true }, same: [1, 2] })).toEqual([
    { path: 'a › b', before: '1', after: '2' },
    { path: 'a › gone', before: 'x', after: undefined },
    { path: 'a › come', before: undefined, after: 'true' },
  ])
})
