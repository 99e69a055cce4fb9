import { z } from 'zod'
import { createCatalog } from './catalog'
import { defineOperation } from './operation'

/** Two operations, for tests of what every catalog must go through. */
export const toyCatalog = createCatalog({
  greet: defineOperation({
    route: 'GET /greetings/{name}',
    scope: null,
    effect: 'read',
    summary: 'Greet',
    description: 'Greets somebody.',
    input: z.object({
      name: z.string().max(20).describe('Whom'),
      times: z.int().min(1).max(3).describe('How often').optional(),
      loud: z.boolean().describe('In capitals').optional(),
    }),
    output: z.object({ text: z.string() }),
    examples: [{ prompt: 'Greet Ada', input: { name: 'Ada' } }],
    view: {
      name: 'greeting-card',
      title: 'Greeting',
      html: '<!doctype html><title>Greeting</title>',
      resourceDomains: ['https://img.example'],
      prefersBorder: true,
    },
    async handler({ name, times = 1, loud }, { region }) {
      const text = `Hello ${name}${region ? ` of ${region}` : ''}. `.repeat(times).trim()
      return { text: loud ? text.toUpperCase() : text, secret: 'not in the schema' }
    },
  }),
  note: defineOperation({
    route: 'POST /notes',
    scope: 'email',
    effect: 'read',
    summary: 'Note',
    description: 'Takes a note.',
    input: z.object({ text: z.string().max(50).describe('What') }),
    output: z.object({ length: z.int(), by: z.string() }),
    errors: ['conflict'],
    examples: [{ prompt: 'Note this', input: { text: 'this' } }],
    async handler({ text }, { caller }) {
      if (text === 'fail') throw new Error('a secret of the inside')
      return { length: text.length, by: caller.accountId }
    },
  }),
})
