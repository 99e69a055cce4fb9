import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PublicError } from '@/lib/errors'
import { call } from './call'
import { createCatalog } from './catalog'
import { jsonSchemaOf } from './fields'
import { defineOperation } from './operation'
import { keepPrivate } from './private'
import type { Entry } from './record'

const Tree: z.ZodType = z.object({
  get branches() {
    return z.array(Tree).optional()
  },
  leaf: keepPrivate(z.string()),
})

const input = z.object({
  diagnosis: keepPrivate(z.string()).optional().describe('What it is'),
  notes: z
    .array(z.object({ about: keepPrivate(z.string()) }))
    .optional()
    .describe('Notes'),
  either: z
    .union([z.number(), z.object({ inner: keepPrivate(z.string()).nullable() })])
    .optional()
    .describe('Either'),
  tree: z
    .lazy(() => Tree)
    .optional()
    .describe('A tree'),
  text: z.string().max(1000).optional().describe('What'),
})

const { operations } = createCatalog({
  note: defineOperation({
    route: 'GET /notes',
    scope: 'email',
    effect: 'read',
    summary: 'Note',
    description: 'Notes.',
    input,
    output: z.object({ url: z.string() }),
    examples: [{ prompt: 'Note', input: {} }],
    async handler({ text }) {
      if (text === 'gone') throw new PublicError('not_found', 'Gone.')
      if (text === 'broken') throw new Error('a secret of the inside')
      return { url: 'http://localhost:3000/notes/1' }
    },
  }),
})

async function record(given: unknown, scopes = ['email']): Promise<Entry[]> {
  const entries: Entry[] = []
  const [operation] = operations
  if (!operation) throw new Error('no operation')
  await call({
    operation,
    caller: { accountId: 'ada', clientId: 'c', grantId: 'g', scopes: new Set(scopes) },
    input: given,
    region: null,
    actionId: 'action-1',
    origin: 'http://localhost:3000',
    signal: new AbortController().signal,
    recorder: { within: async () => {}, later: (entry) => entries.push(entry) },
  }).catch(() => {})
  return entries
}

describe('what is recorded of a call', () => {
  it('is who, what, with which input, how it ended and what it touched', async () => {
    expect(await record({ text: 'hello' })).toEqual([
      expect.objectContaining({
        id: 'action-1',
        operation: 'note',
        input: '{"text":"hello"}',
        outcome: 'ok',
        touched: 'http://localhost:3000/notes/1',
      }),
    ])
  })

  it('says that a private field was given, and not what; nor does any schema say so', async () => {
    const [entry] = await record({ diagnosis: 'measles' })
    expect(entry?.input).toBe('{"diagnosis":"(private)"}')
    expect(JSON.stringify(jsonSchemaOf(input, 'input'))).not.toContain('private')
  })

  it('keeps nothing of what holds a private field, however deep', async () => {
    const given = {
      notes: [{ about: 'measles' }],
      either: { inner: 'mumps' },
      tree: { branches: [{ leaf: 'rubella' }], leaf: 'mumps' },
    }
    const hidden = '{"notes":"(private)","either":"(private)","tree":"(private)"}'
    expect((await record(given))[0]?.input).toBe(hidden)
  })

  it.each([
    [{ text: 'gone' }, ['email'], 'not_found'],
    [{ text: 'broken' }, ['email'], 'server_error'],
    [{ text: 'hello' }, [], 'insufficient_scope'],
    [{ diagnosis: 3 }, ['email'], 'invalid_request'],
  ])('%j with %j ended as %s', async (given, scopes, outcome) => {
    expect((await record(given, scopes)).map((entry) => entry.outcome)).toEqual([outcome])
  })

  it('keeps nothing of what is not declared, and of a long text its beginning', async () => {
    const [entry] = await record({ other: 'z'.repeat(5000), text: 'y'.repeat(900) })
    expect(entry?.input.length).toBeLessThan(250)
    expect(entry?.input).not.toContain('z')
  })
})
