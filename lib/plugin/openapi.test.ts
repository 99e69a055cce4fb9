import { describe, expect, it } from 'vitest'
import { toOpenApi } from './openapi'
import { toOpenApi30 } from './openapi-3-0'
import { toyCatalog } from './toy-catalog'

const plugin = {
  catalog: toyCatalog,
  origin: () => 'https://toy.example',
  authenticate: () => Promise.reject(new Error('not asked')),
}
const document = toOpenApi(plugin, {
  ...{ title: 'Toy', description: 'Toys.', contactEmail: 'a@b.c' },
  ...{ supportUrl: 'https://toys.example/help', legalUrl: 'https://toys.example/legal' },
})

describe('OpenAPI', () => {
  it('is made of the catalog: a path, a method, an id and a scope for each operation', () => {
    expect(document.openapi).toBe('3.1.1')
    expect(document.paths).toMatchObject({
      '/greetings/{name}': { get: { operationId: 'greet', security: [{}, { account: [] }] } },
      '/notes': { post: { operationId: 'note', security: [{ account: ['email'] }] } },
    })
  })

  it('puts an input where its method and path say', () => {
    const { get } = (document.paths as never)['/greetings/{name}'] as {
      get: { parameters: { name: string; in: string; required: boolean }[] }
    }
    expect(get.parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
      ['name', 'path', true],
      ['times', 'query', false],
      ['loud', 'query', false],
    ])
  })

  it('has a 3.0 view with the same operations and no word that 3.0 does not know', () => {
    const view = toOpenApi30(document) as typeof document
    expect(view.openapi).toBe('3.0.3')
    expect(Object.keys(view.paths as object)).toEqual(Object.keys(document.paths as object))
    expect(JSON.stringify(view)).not.toMatch(/"(const|\$schema|prefixItems)":/)
  })

  it('keeps a property that is named like a word of the schema language', () => {
    expect(
      toOpenApi30({
        type: 'object',
        properties: { const: { const: 1 }, examples: { type: 'string' } },
      }),
    ).toEqual({
      type: 'object',
      properties: { const: { enum: [1] }, examples: { type: 'string' } },
      openapi: '3.0.3',
    })
  })
})
