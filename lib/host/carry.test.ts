import { expect, test } from 'vitest'
import type { Outcome } from './call/outcome'
import { carryOn } from './carry'
import type { Operation } from './installation'

const book = { name: 'book' } as Operation
const example = { toy: 'name-of-a-toy', day: '2030-01-01', most: 3 }

const called = (operation: string, data: unknown) => ({
  ...{ kind: 'call', at: '', installationId: 'a', plugin: 'Toys', confirmed: null, steps: [] },
  ...{ operation, input: { day: '2031-05-06', most: 'many' } },
  outcome: {
    ...{ status: 'answered', httpStatus: 200, isError: false, text: '', links: [], meta: null },
    data,
  } satisfies Outcome,
})
const before = (operation: string, data: unknown) => called(operation, data) as never

test('the first of a list is meant by its name, and what was asked before still holds', () => {
  const toys = [{ id: 'bear-1' }, { id: 'kite-2' }]
  expect(carryOn(book, example, before('list', { toys }))).toEqual({
    input: { toy: 'bear-1', day: '2031-05-06', most: 3 },
    carried: true,
  })
})

test('a slug or an id is that of what was found', () => {
  const reservation = { id: 'r-1', stay: 'elsewhere' }
  const { input } = carryOn(book, { id: 'id-of-one' }, before('book-it', { reservation }))
  expect(input).toEqual({ id: 'r-1' })
})

test.each([
  ['nothing was answered', null],
  ['it was the same operation', before('book', { toys: [{ id: 'bear-1' }] })],
  ['nothing was found', before('list', { toys: [] })],
])('when %s, nothing is offered as if it were', (_why, last) => {
  expect(carryOn(book, example, last).carried).toBe(false)
})
