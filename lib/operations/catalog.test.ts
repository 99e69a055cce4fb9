import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { toManifestFacts, toOpenApiAbout } from '@/lib/listing/abouts'
import { releasedListing } from '@/lib/listing/listing'
import { promptTokens, toTokens } from '@/lib/plugin/cost'
import { type Field, jsonSchemaOf } from '@/lib/plugin/fields'
import { toManifest } from '@/lib/plugin/manifest'
import { toolsOf } from '@/lib/plugin/mcp/tools'
import { toOpenApi } from '@/lib/plugin/openapi'
import { product } from '@/lib/product'
import { isUntrusted, untrustedMark } from '@/lib/untrusted'
import { catalog } from '.'

const plugin = {
  catalog,
  origin: () => 'https://stays.example',
  authenticate: () => Promise.reject(new Error('not asked')),
}
const listing = releasedListing('https://stays.example')
const document = toOpenApi(plugin, toOpenApiAbout(listing))

/** Every schema object anywhere in a value. */
function* schemasIn(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const item of value) yield* schemasIn(item)
  else if (typeof value === 'object' && value !== null) {
    yield value as Record<string, unknown>
    for (const inner of Object.values(value)) yield* schemasIn(inner)
  }
}

/** Texts of an answer that are made here, or come of a list that is kept here. */
const ours = new Set([
  ...['id', 'slug', 'stay', 'url', 'image', 'nextCursor', 'checkIn', 'checkOut', 'currency'],
  ...['kind', 'city', 'region', 'country', 'message', 'confirmationUrl', 'expiresAt'],
])

/** Every member of an answer that holds text, by its name. */
function* textsIn(schema: unknown, name = ''): Generator<[string, z.ZodType]> {
  if (schema instanceof z.ZodOptional) yield* textsIn(schema.unwrap(), name)
  else if (schema instanceof z.ZodArray) {
    if (schema.element instanceof z.ZodString) yield [name, schema]
    else yield* textsIn(schema.element, name)
  } else if (schema instanceof z.ZodObject) {
    for (const [key, member] of Object.entries(schema.shape)) yield* textsIn(member, key)
  } else if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) {
    yield [name, schema]
  }
}

describe.each(catalog.operations)('$name', (operation) => {
  it('has a name that every host takes', () => {
    expect(operation.name).toMatch(/^[a-zA-Z][a-zA-Z0-9]{0,49}$/)
  })

  it('describes itself in texts that fit the strictest host', () => {
    expect(operation.summary.length).toBeLessThanOrEqual(60)
    expect(operation.description.length).toBeLessThanOrEqual(200)
    for (const field of operation.fields) {
      expect([field.name, field.description.length > 0]).toEqual([field.name, true])
      expect(field.description.length).toBeLessThanOrEqual(200)
    }
  })

  it('takes a flat input without unions, as Microsoft 365 needs it', () => {
    const flat = (field: Field) => ['string', 'integer', 'number', 'boolean'].includes(field.type)
    expect(operation.fields.filter((field) => !flat(field))).toEqual([])
  })

  it('answers without unions, recursion or objects that do not say what they hold', () => {
    for (const schema of schemasIn(jsonSchemaOf(operation.output, 'output'))) {
      for (const word of ['anyOf', 'oneOf', 'allOf', '$ref', 'not'])
        expect(schema).not.toHaveProperty(word)
      if (schema.type === 'object') expect(schema).toHaveProperty('properties')
      if (schema.type === 'array') expect(schema.items).toHaveProperty('type')
    }
  })

  it('says of every text in its answers that others wrote it, unless it is ours', () => {
    for (const [name, schema] of textsIn(operation.output)) {
      expect([name, isUntrusted(schema) || ours.has(name)]).toEqual([name, true])
      if (isUntrusted(schema)) expect(schema.description).toContain(untrustedMark)
    }
  })

  it('states what it does and gives a model no orders', () => {
    const answered = schemasIn(jsonSchemaOf(operation.output, 'output'))
    const told = [operation.description, ...[...answered].map(({ description }) => description)]
    expect(operation.description).toMatch(/^[A-Z][a-z]+s /)
    for (const text of told.filter((each) => typeof each === 'string')) {
      expect(text).not.toMatch(
        /\b(should|always|never|ignore|please|important|do not|don.t|you|tell|ask|call|make sure)\b/i,
      )
    }
  })

  it('has examples that its own input accepts', () => {
    expect(operation.examples.length).toBeGreaterThan(0)
    for (const example of operation.examples) {
      expect(operation.input.safeParse(example.input).error).toBeUndefined()
    }
  })

  it('asks the person before it changes anything', () => {
    expect(operation.confirm !== undefined).toBe(operation.effect !== 'read')
    expect(operation.confirmation !== undefined).toBe(operation.effect !== 'read')
    expect(operation.description.includes('person says yes')).toBe(operation.effect !== 'read')
  })

  it('lies at a path that is not next-auth’s', () => {
    expect(operation.path).not.toMatch(/^\/auth(\/|$)/)
  })
})

describe('the OpenAPI document', () => {
  it('keeps the rules of the GPT Actions importer', () => {
    const operations = Object.values(document.paths as object).flatMap((path) =>
      Object.values(path),
    )
    expect(operations).toHaveLength(catalog.operations.length)
    expect(operations.length).toBeLessThanOrEqual(30)
    expect((document.components as { schemas: object }).schemas).toBeTypeOf('object')
    expect(
      Object.keys((document.components as { securitySchemes: object }).securitySchemes),
    ).toHaveLength(1)
    for (const operation of operations as Record<string, unknown>[]) {
      expect(operation['x-openai-isConsequential']).toBeTypeOf('boolean')
      expect(JSON.stringify(operation.parameters ?? [])).not.toContain('$ref')
      expect(JSON.stringify(operation.parameters ?? [])).not.toContain('"in":"header"')
    }
    expect(document.servers).toEqual([{ url: 'https://stays.example/api' }])
  })
})

it('tells which operations wait for the person, and that a key stands for one call', () => {
  const paths = Object.values(document.paths as Record<string, Record<string, Told>>)
  for (const { operationId, responses } of paths.flatMap((path) => Object.values(path))) {
    const { confirm, effect } = catalog.operations.find(({ name }) => name === operationId) ?? {}
    expect([operationId, '202' in responses]).toEqual([operationId, confirm !== undefined])
    const about = responses[422]?.description.includes('Idempotency-Key') ?? false
    expect([operationId, about]).toEqual([operationId, effect !== 'read'])
  }
})

type Told = { operationId: string; responses: Record<string, { description: string }> }

describe('the tools', () => {
  const tools = [...toolsOf({ ...plugin, profile: async () => ({ id: 'id' }) }).values()]

  it('leave a model most of its attention: 900 tokens for what it reads, 3,000 for the whole list', () => {
    const read = tools.map(({ operation }) => promptTokens(operation))
    expect(read.reduce((sum, tokens) => sum + tokens)).toBeLessThanOrEqual(900)
    expect(toTokens({ tools: tools.map(({ definition }) => definition) })).toBeLessThanOrEqual(3000)
  })

  it('in a plugin of the first kind with two operations leave 900 tokens too, its description included', () => {
    const dearest = catalog.operations.map(promptTokens).sort((a, b) => b - a)
    const [first = 0, second = 0] = dearest
    expect(toTokens(product.descriptionForModel) + first + second).toBeLessThanOrEqual(900)
  })

  it('each have a title, a description, an output schema and three explicit hints', () => {
    for (const { definition } of tools) {
      expect(definition.title.length * definition.description.length).toBeGreaterThan(0)
      expect(definition.outputSchema.type).toBe('object')
      const { readOnlyHint, destructiveHint, openWorldHint } = definition.annotations
      for (const hint of [readOnlyHint, destructiveHint, openWorldHint]) {
        expect(hint).toBeTypeOf('boolean')
      }
    }
  })
})

describe('the manifest', () => {
  const manifest = toManifest('https://stays.example', toManifestFacts(listing, catalog.scopes))

  it('keeps the stricter of the published limits', () => {
    expect(manifest.name_for_human.length).toBeLessThanOrEqual(20)
    expect(manifest.name_for_model).toMatch(/^[A-Za-z0-9]{1,50}$/)
    expect(manifest.description_for_human.length).toBeLessThanOrEqual(100)
    expect(manifest.description_for_model.length).toBeLessThanOrEqual(8000)
  })

  it('names the authorization endpoint client_url and the token endpoint authorization_url', () => {
    expect(manifest.auth).toMatchObject({
      type: 'oauth',
      client_url: 'https://stays.example/oauth/authorize',
      authorization_url: 'https://stays.example/oauth/token',
    })
  })
})
