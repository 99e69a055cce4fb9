import { expect, it } from 'vitest'
import { z } from 'zod'
import { createCatalog } from './catalog'
import { defineOperation, done, type OperationDefinition, outcome } from './operation'

const rest = {
  scope: 'email',
  effect: 'read',
  summary: 'Get',
  description: 'Gets.',
  examples: [],
} as const

it('does not compile with a path parameter that the input lacks', () => {
  const operation = defineOperation({
    ...rest,
    route: 'GET /things/{id}',
    // @ts-expect-error the input has no id
    input: z.object({ other: z.string() }),
    output: z.object({}),
    handler: async () => ({}),
  })
  expect(operation.path).toBe('/things/{id}')
})

it('does not compile with a scope that nobody knows', () => {
  const operation = defineOperation({
    ...rest,
    route: 'GET /things',
    // @ts-expect-error there is no such scope
    scope: 'things:read',
    input: z.object({}),
    output: z.object({}),
    handler: async () => ({}),
  })
  expect(operation.method).toBe('GET')
})

it('does not compile with a result that the output does not describe', () => {
  const operation = defineOperation({
    ...rest,
    route: 'GET /things',
    input: z.object({}),
    output: z.object({ count: z.int() }),
    // @ts-expect-error count is a number
    handler: async () => ({ count: 'three' }),
  })
  expect(operation.effect).toBe('read')
})

it('knows the caller wherever there is a scope, and the transaction wherever something changes', () => {
  const write = defineOperation({
    ...rest,
    effect: 'write',
    route: 'POST /things',
    input: z.object({}),
    output: z.object({ by: z.string() }),
    handler: async (_input, { caller, actionId }) => ({ by: caller.accountId + actionId }),
  })
  defineOperation({
    ...rest,
    scope: null,
    route: 'GET /things',
    input: z.object({}),
    output: z.object({ by: z.string() }),
    // @ts-expect-error without a scope there may be no caller
    handler: async (_input, { caller }) => ({ by: caller.accountId }),
  })
  expect(write.method).toBe('POST')
})

const asked = {
  ...rest,
  effect: 'write',
  route: 'POST /things',
  input: z.object({}),
  output: outcome({}),
} as const
const confirmation = async () => ({ sentence: 'Do it.', facts: [] })

it('does not compile where the person is to be asked and nothing is there to be read', () => {
  // @ts-expect-error there is no confirmation
  const operation = defineOperation({
    ...asked,
    confirm: 'person',
    handler: async () => done('Done.', {}),
  })
  expect(operation.confirm).toBe('person')
})

it('does not compile where an app may destroy without the person', () => {
  const operation = defineOperation({
    ...{ ...asked, effect: 'destroy', confirmation },
    // @ts-expect-error an app may not
    confirm: { by: 'person', appMay: true },
    handler: async () => done('Done.', {}),
  })
  expect(operation.effect).toBe('destroy')
})

it('has no transaction where its effects are elsewhere', () => {
  const operation = defineOperation({
    ...asked,
    effects: 'elsewhere',
    // @ts-expect-error there is none
    handler: async (_input, { tx }) => done(String(tx), {}),
  })
  expect(operation.effects).toBe('elsewhere')
})

it.each([
  ['a word of the plugin’s own', { input: z.object({ again: z.string() }) }],
  ['no outcome to tell that it waits', { confirm: 'person', output: z.object({}) }],
  ['nobody to ask', { confirm: 'person', scope: null }],
  ['nothing to ask for', { confirm: 'person', effect: 'read' }],
  ['no outcome to tell that it is unknown', { effects: 'elsewhere', output: z.object({}) }],
] as const)('is not taken into the catalog with %s', (_what, wrong) => {
  const definition = { ...asked, method: 'POST', path: '/things', confirmation, ...wrong } as const
  const things = { ...definition, handler: async () => ({}) } as unknown as OperationDefinition
  expect(() => createCatalog({ things })).toThrow(/^things: /)
})
