import type { Installation, Operation } from '@/lib/host/installation'
import type { Prompts } from './cases'

const operation = (name: string, method: Operation['method'], inputSchema: object): Operation => ({
  ...{ name, method, title: null, path: `/${name}`, description: `${name} toys.` },
  ...{ parameters: [], inputSchema: { type: 'object', ...inputSchema }, bodyType: null },
  ...{ isConsequential: null, isOpen: true, hints: null, viewUri: null, examples: [] },
})

const color = { type: 'string', enum: ['red', 'blue'] }

/** Reads toys and buys one. */
export const toyOperations = [
  operation('findToys', 'GET', { properties: { color, most: { type: 'integer' } } }),
  operation('buyToy', 'POST', { properties: { id: { type: 'string' } }, required: ['id'] }),
]

export const toyInstallation = (kind: Installation['kind']): Installation => ({
  ...{ kind, address: '', name: 'Toys', nameForModel: 'toys', descriptionForHuman: '' },
  ...{ descriptionForModel: 'Toys.', logoUrl: null, legalUrl: null, contactEmail: null },
  ...{ manifest: null, auth: { type: 'none' }, server: '', protocol: null },
  operations: toyOperations,
})

export const toyPrompts: Prompts = {
  today: '2027-03-01',
  rules: { places: [], defaults: {} },
  operations: {
    findToys: {
      samples: {},
      paraphrases: [
        { prompt: 'red ones', input: { color: 'red' } },
        { prompt: 'blue ones', input: { color: 'blue' } },
        { prompt: 'all of them', input: {} },
      ],
    },
    buyToy: { samples: {}, paraphrases: [{ prompt: 'buy the bear', input: { id: 'bear' } }] },
  },
  negatives: [
    { prompt: 'hello', why: 'Chit-chat.' },
    { prompt: 'sell me a car', why: 'No toy.' },
  ],
}
