import { expect, it } from 'vitest'
import { z } from 'zod'
import { defineOperation } from './operation'

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
