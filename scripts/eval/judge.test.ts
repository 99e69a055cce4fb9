import { expect, test } from 'vitest'
import { toCalls } from './completion'
import { judge } from './judge'
import { toyOperations } from './testing'

const rules = { today: '2027-03-01', places: [], defaults: {} }
const others = toyOperations.filter(({ name }) => name === 'buyToy')
const operations = [...toyOperations, ...others.map((one) => ({ ...one, name: 'rentToy' }))]
const about = { operations, rules }
const find = { expected: { operation: 'findToys', input: { color: 'red' } } }
const buy = { expected: { operation: 'buyToy', input: { id: 'bear' } } }
const nothing = { expected: null }
const call = (name: string, given: object | null) => ({ name, arguments: given as never })

test.each([
  ['the call', find, [call('findToys', { color: 'red' })], 'right', false],
  ['silence where none is meant', nothing, [], 'right', false],
  ['silence', find, [], 'missing call', false],
  ['other arguments', find, [call('findToys', { color: 'blue' })], 'wrong arguments', false],
  ['arguments that are no JSON', find, [call('findToys', null)], 'wrong arguments', false],
  ['a read for nothing', nothing, [call('findToys', {})], 'wrong call', false],
  ['a write for nothing', nothing, [call('buyToy', { id: 'bear' })], 'wrong call', true],
  ['a write for a read', find, [call('buyToy', { id: 'bear' })], 'wrong call', true],
  ['a write for another write', buy, [call('rentToy', { id: 'bear' })], 'wrong call', false],
  ['a read for a write', buy, [call('findToys', {})], 'wrong call', false],
  ['a tool that is not', find, [call('sellToy', {})], 'wrong call', false],
  [
    'a write beside the right read',
    find,
    [call('findToys', { color: 'red' }), call('buyToy', { id: 'bear' })],
    'wrong call',
    true,
  ],
] as const)('%s', (_, one, calls, verdict, isDangerous) => {
  expect(judge(one, [...calls], about)).toMatchObject({ verdict, isDangerous })
})

test('arguments that are meant but not in the schema are wrong', () => {
  const green = { expected: { operation: 'findToys', input: { color: 'green' } } }
  const judged = judge(green, [call('findToys', { color: 'green' })], about)
  expect(judged).toMatchObject({
    verdict: 'wrong arguments',
    why: expect.stringContaining('allowed'),
  })
})

const hinted = (readOnly: boolean) => ({
  ...about,
  operations: toyOperations.map((one) => ({
    ...one,
    method: null,
    hints: { readOnly, destructive: null, openWorld: null, idempotent: null },
  })),
})

test('a tool writes unless it says that it only reads', () => {
  const calls = [call('findToys', {})]
  expect(judge(nothing, calls, hinted(false)).isDangerous).toBe(true)
  expect(judge(nothing, calls, hinted(true)).isDangerous).toBe(false)
})

test.each([
  ['toys.findToys({"color": "red"})', [call('findToys', { color: 'red' })]],
  ['```\nfindToys({});\n```', [call('findToys', {})]],
  ['findToys({"color": )', [call('findToys', null)]],
  ['I would use findToys({}) here.', []],
  ['Hello.', []],
])('a call in words: %s', (content, calls) => {
  const message = { role: 'assistant' as const, content }
  expect(toCalls({ model: 'm', choices: [{ message }] }, true)).toEqual(calls)
})
