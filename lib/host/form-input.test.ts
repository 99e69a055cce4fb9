import { expect, test } from 'vitest'
import { fieldsOf, readFields } from './form-input'
import type { Operation } from './installation'

const operation = {
  inputSchema: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', description: 'Of the toy' },
      day: { type: 'string', format: 'date' },
      color: { enum: ['red', 'blue'] },
      most: { type: ['integer', 'null'] },
      loud: { type: 'boolean' },
      tags: { type: 'array', items: { type: 'string' } },
    },
  },
} as unknown as Operation

test('each property has the field that can hold it', () => {
  expect(fieldsOf(operation).map(({ name, kind, required }) => [name, kind, required])).toEqual([
    ['name', 'text', true],
    ['day', 'date', false],
    ['color', 'choice', false],
    ['most', 'number', false],
    ['loud', 'boolean', false],
    ['tags', 'json', false],
  ])
})

test('what is typed becomes what a model would send; what is empty is left out', () => {
  const typed: Record<string, string> = { name: '12', most: '3', loud: 'false', tags: '["a"]' }
  expect(readFields(fieldsOf(operation), (name) => typed[name] ?? '')).toEqual({
    input: { name: '12', most: 3, loud: false, tags: ['a'] },
  })
})

test('a field that holds no JSON is named', () => {
  expect(readFields(fieldsOf(operation), (name) => (name === 'tags' ? '[' : ''))).toEqual({
    wrong: 'tags',
  })
})
