import { expect, it } from 'vitest'
import { toChanges } from './change'

it('names only what differs', () => {
  expect(toChanges({ a: 1, b: [2], c: 'x' }, { a: 1, b: [3], d: null })).toEqual([
    { field: 'b', from: '[2]', to: '[3]' },
    { field: 'c', from: 'x', to: undefined },
    { field: 'd', from: undefined, to: 'null' },
  ])
  expect(toChanges(null, 'open')).toEqual([{ field: '', from: undefined, to: 'open' }])
  expect(toChanges(null, null)).toEqual([])
  expect(toChanges(null, ['a', 'b'])).toEqual([{ field: '', from: undefined, to: 'a, b' }])
})
