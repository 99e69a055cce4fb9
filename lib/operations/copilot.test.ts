import { existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { toCopilotAbout, toOpenApiAbout } from '@/lib/listing/abouts'
import { releasedListing } from '@/lib/listing/listing'
import {
  type CopilotRuntime,
  type CopilotVersion,
  copilotVersions,
  toCopilotManifest,
} from '@/lib/plugin/copilot/manifest'
import { toOpenApi } from '@/lib/plugin/openapi'
import { catalog } from '.'

const plugin = {
  catalog,
  origin: () => 'https://stays.example',
  authenticate: () => Promise.reject(new Error('not asked')),
}
const listing = releasedListing('https://stays.example')
const make = (version: CopilotVersion, runtime: CopilotRuntime = 'openapi') =>
  toCopilotManifest(plugin, toCopilotAbout(listing), { version, runtime, referenceId: 'the-id' })

const schemaOf = (version: string) =>
  `../shared/hosts/schemas/copilot-plugin-${version}.schema.json`

describe.skipIf(!existsSync(schemaOf('v2.4')))('Microsoft’s own schema', () => {
  it.each([
    ...copilotVersions.map((version) => [version, 'openapi'] as const),
    ['v2.4', 'mcp'] as const,
  ])('accepts the %s manifest over %s', (version, runtime) => {
    // It names draft 4 and is written in the words of draft 7.
    const { $schema: _, ...schema } = JSON.parse(readFileSync(schemaOf(version), 'utf8'))
    const ajv = new Ajv({ strict: false, allErrors: true })
    addFormats.default(ajv)
    const validate = ajv.compile(schema)
    validate(make(version, runtime))
    expect(validate.errors).toBeNull()
    expect(validate({ ...make(version, runtime), unknown: 1 })).toBe(false)
  })
})

it('fits the lengths after which Microsoft cuts', () => {
  const manifest = make('v2.4')
  expect(manifest.name_for_human.length).toBeLessThanOrEqual(20)
  expect(manifest.namespace).toMatch(/^[A-Za-z0-9]+$/)
  expect(manifest.description_for_human.length).toBeLessThanOrEqual(100)
  expect(manifest.description_for_model.length).toBeLessThanOrEqual(2048)
})

const { paths } = toOpenApi(plugin, toOpenApiAbout(listing)) as {
  paths: Record<string, Record<string, OpenApiOperation>>
}
type OpenApiOperation = {
  operationId: string
  requestBody?: { content: Record<string, { schema: { properties: Record<string, Field> } }> }
}
type Field = { type: string; items?: Field }
const described = Object.values(paths).flatMap((methods) => Object.values(methods))

it('has a function for every operation of the OpenAPI document, each run in one runtime', () => {
  const names = described.map(({ operationId }) => operationId).sort()
  for (const version of copilotVersions) {
    const { functions, runtimes } = make(version)
    expect(functions.map(({ name }) => name).sort()).toEqual(names)
    expect(runtimes.flatMap((runtime) => runtime.run_for_functions).sort()).toEqual(names)
  }
})

it('sends flat bodies only', () => {
  const bodies = described.flatMap(({ requestBody }) =>
    Object.values(requestBody?.content ?? {}).map(({ schema }) => schema.properties),
  )
  expect(bodies.length).toBeGreaterThan(0)
  const flat = ['string', 'integer', 'number', 'boolean']
  for (const field of bodies.flatMap((properties) => Object.values(properties))) {
    expect(flat).toContain(field.type === 'array' ? field.items?.type : field.type)
  }
})

const stay = {
  ...{ slug: 'a', name: 'Hôtel A', kind: 'hotel', city: 'Paris', region: 'Paris', rating: 4.5 },
  ...{ country: 'France', pricePerNight: 8450, currency: 'EUR', maxGuests: 2 },
  ...{ url: 'https://stays.example/stays/a', image: 'https://stays.example/stays/a/image' },
}
const reservation = {
  ...{ id: 'r', stay: 'a', stayName: 'Hôtel A', city: 'Paris', nights: 2, guests: 2, room: 'Twin' },
  ...{ checkIn: '2027-03-05', checkOut: '2027-03-07', totalPrice: 16900, currency: 'EUR' },
  ...{ status: 'confirmed', url: 'https://stays.example/stays/a' },
}
const recorded: Record<string, unknown> = {
  searchStays: { stays: [stay, { ...stay, totalPrice: 16905 }], nextCursor: 'c' },
  listReservations: { reservations: [reservation] },
}

it('binds every card to fields that a recorded answer has', () => {
  const cards = make('v2.4').functions.flatMap(({ name, capabilities }) =>
    capabilities.response_semantics ? [{ name, semantics: capabilities.response_semantics }] : [],
  )
  expect(cards.map(({ name }) => name)).toEqual(Object.keys(recorded))
  for (const { name, semantics } of cards) {
    const operation = catalog.operations.find((each) => each.name === name)
    const answer = operation?.output.parse(recorded[name])
    const rows = follow(semantics.data_path, answer) as Record<string, unknown>[]
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      for (const path of Object.values(semantics.properties)) {
        expect(follow(path, row)).toBeTypeOf('string')
      }
      const shown = JSON.stringify(render(semantics.static_template, row))
      expect(shown).not.toMatch(/undefined|\$\{/)
      expect(shown).toContain('Hôtel A')
    }
  }
  const [first, second] = [0, 1].map((index) => {
    const template = cards[0]?.semantics.static_template
    return JSON.stringify(render(template, [stay, { ...stay, totalPrice: 16905 }][index] ?? {}))
  })
  expect(first).toContain('84.50 EUR')
  expect(first).not.toContain('All nights')
  expect(second).toContain('169.05 EUR')
})

/** `$.stays` of an answer; the few paths a manifest here uses. */
const follow = (path: string, value: unknown): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce((inner, name) => (inner as Record<string, unknown>)[name], value)

/** What an Adaptive Card renderer makes of a template; a name that the row lacks throws. */
function render(node: unknown, row: Record<string, unknown>): unknown {
  if (typeof node === 'string') {
    return node.replace(/\$\{([^}]*)\}/g, (_, expression) => String(evaluate(expression, row)))
  }
  if (Array.isArray(node)) return node.map((each) => render(each, row)).filter(Boolean)
  if (typeof node !== 'object' || node === null) return node
  const { $when, $data: _, $schema: _schema, ...rest } = node as Record<string, unknown>
  if (typeof $when === 'string' && !evaluate($when.slice(2, -1), row)) return null
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, render(value, row)]))
}

function evaluate(expression: string, row: Record<string, unknown>): unknown {
  const [, tested] = /^(\w+) != null$/.exec(expression) ?? []
  if (tested) return row[tested] != null
  const [, cents] = /^formatNumber\(mul\((\w+), 0\.01\), 2\)$/.exec(expression) ?? []
  if (cents) return (Number(row[cents]) * 0.01).toFixed(2)
  if (!(expression in row)) throw new Error(`The answer has no ${expression}.`)
  return row[expression]
}
