import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { db, disconnect } from '@/lib/data/db'
import { toPlainText } from '@/lib/plain-text'
import type { Operation } from '@/lib/plugin/catalog'
import { createApi } from '@/lib/plugin/http'
import { createMcp } from '@/lib/plugin/mcp/endpoint'
import type { Entry } from '@/lib/plugin/record'
import { createTown, inDays, newAccountId } from '@/lib/stays/fixture'
import { agreedCatalog } from '@/lib/testing/agreed'
import { injections } from '@/lib/testing/injections'
import { isUntrusted } from '@/lib/untrusted'
import { catalog } from '.'

const origin = 'https://stays.example'
process.env.APP_ORIGIN = origin

const texts = Object.entries(injections).map(
  // What the database cannot keep cannot come out of it.
  ([name, text]) => [name, text.replace(/\p{Cs}|\0/gu, '')] as const,
)
const accountId = newAccountId()
const recorded: Entry[] = []
const plugin = {
  catalog: agreedCatalog(catalog),
  origin: () => origin,
  authenticate: async () => ({
    ...{ accountId, clientId: 'c', grantId: 'g' },
    scopes: new Set(['reservations:read', 'reservations:write']),
  }),
  recorder: {
    within: async (_tx: unknown, entry: Entry) => void recorded.push(entry),
    later: (entry: Entry) => void recorded.push(entry),
  },
}
const api = createApi(plugin)
const about = {
  name: 'stays',
  title: 'Stays',
  version: '1',
  description: '',
  instructions: '',
  iconUrl: '',
}
const mcp = createMcp(plugin, () => about)
const headers = { authorization: 'Bearer t', 'content-type': 'application/json' }

let town: Awaited<ReturnType<typeof createTown>>

beforeAll(async () => {
  town = await createTown([{}, ...texts.map(() => ({}))])
  for (const [index, [, text]] of texts.entries()) {
    const id = `${town.town}-${index + 1}`
    const others = { name: text, description: text, address: text, amenities: [text, 'wifi'] }
    await db().stay.update({ where: { id }, data: others })
    await db().room.updateMany({ where: { stayId: id }, data: { name: text } })
  }
}, 60_000)

afterAll(async () => {
  await town.remove()
  await disconnect()
})

type Answer = { status: number; body: Record<string, unknown> }

async function overRest(name: string, input: Record<string, string | number>): Promise<Answer> {
  const operation = operationOf(name)
  const left = { ...input }
  const path = operation.path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = String(left[key])
    delete left[key]
    return encodeURIComponent(value)
  })
  const isGet = operation.method === 'GET'
  const query = isGet ? `?${new URLSearchParams(left as Record<string, string>)}` : ''
  const init = { method: operation.method, headers, ...(!isGet && { body: JSON.stringify(left) }) }
  const response = await api(new Request(`${origin}/api${path}${query}`, init))
  return { status: response.status, body: await response.json() }
}

async function overMcp(name: string, input: object): Promise<Answer> {
  const params = { name, arguments: input }
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params })
  const response = await mcp(new Request(`${origin}/mcp`, { method: 'POST', headers, body }))
  const { result } = await response.json()
  if (result.isError) return { status: 400, body: { detail: result.content[0].text } }
  expect(Object.keys(result).sort()).toEqual(['content', 'structuredContent'])
  expect(JSON.parse(result.content[0].text)).toEqual(result.structuredContent)
  return { status: response.status, body: result.structuredContent }
}

const operationOf = (name: string) =>
  catalog.operations.find((each) => each.name === name) as Operation

/** The answer with every marked text in place of what it says: what is left is ours. */
function skeleton(schema: unknown, value: unknown): unknown {
  if (isUntrusted(schema)) return Array.isArray(value) ? ['(text)'] : '(text)'
  if (schema instanceof z.ZodOptional) return skeleton(schema.unwrap(), value)
  if (schema instanceof z.ZodArray) {
    return (value as unknown[]).map((each) => skeleton(schema.element, each))
  }
  if (!(schema instanceof z.ZodObject)) return value
  const members = Object.entries(value as object).map(([key, each]) => {
    expect([key, Object.hasOwn(schema.shape, key)]).toEqual([key, true])
    return [key, skeleton(schema.shape[key], each)]
  })
  return Object.fromEntries(members)
}

const nameOf = (index: number) =>
  index === 0 ? 'House 0' : toPlainText(texts[index - 1]?.[1] ?? '', 80)

/** As if the house were the plain one: its number, its ids and its name in a sentence are its own. */
const levelled = (value: unknown, index: number) =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll(`“${JSON.stringify(nameOf(index)).slice(1, -1)}”`, '“House 0”')
      .replaceAll(`${town.town}-${index}`, `${town.town}-0`)
      .replace(/"id":"[0-9a-f]{16}"/g, '"id":"(id)"'),
  )

function expectHarmless({ body }: Answer, index: number) {
  for (const text of stringsIn(body)) {
    expect(text).not.toMatch(/[\p{Cc}\p{Cs}\p{Co}<>]/u)
    expect(text.replace(/\p{Extended_Pictographic}\ufe0f/gu, '')).not.toMatch(
      /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u,
    )
    expect(text.length).toBeLessThanOrEqual(1000)
    for (const [url] of text.matchAll(/[a-z]+:\/\/\S+/gi)) {
      expect(url).toMatch(new RegExp(`^${origin}/stays/${town.town}-${index}(/opengraph-image)?$`))
    }
  }
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* stringsIn(inner)
  }
}

const [checkIn, checkOut] = [inDays(10), inDays(12)]
const guests = 1

/** Everything that an assistant does with one house, by every operation; resolves to what it read. */
async function journey(index: number, ask: typeof overRest): Promise<Answer[]> {
  const slug = `${town.town}-${index}`
  const booking = { stay: slug, checkIn, checkOut, guests }
  const found = await ask('getStay', { slug, checkIn, checkOut, guests })
  const booked = await ask('bookStay', booking)
  const { id } = booked.body.reservation as { id: string }
  const full = await ask('bookStay', { ...booking, guests: 2 })
  const got = await ask('getReservation', { id })
  const listed = await ask('listReservations', {})
  const cancelled = await ask('cancelReservation', { id })
  await db().reservation.deleteMany({ where: { id } })
  return [found, booked, full, got, listed, cancelled]
}

const steps = [
  ...['getStay', 'bookStay', 'bookStay', 'getReservation'],
  ...['listReservations', 'cancelReservation'],
]

describe.each([
  ['REST', overRest],
  ['MCP', overMcp],
] as const)('what others write, over %s,', (_carrier, ask) => {
  it('changes no operation, no URL, no structure and no word of ours', async () => {
    const skeletons = (answers: Answer[], index: number) =>
      answers.map(({ status, body }, step) => [
        status,
        status === 200
          ? levelled(skeleton(operationOf(steps[step] ?? '').output, body), index)
          : levelled(body, index),
      ])
    const plain = skeletons(await journey(0, ask), 0)
    expect(plain.map(([status]) => status)).toEqual([
      200,
      200,
      ask === overRest ? 409 : 400,
      200,
      200,
      200,
    ])
    for (const [index, [name]] of texts.entries()) {
      recorded.length = 0
      const answers = await journey(index + 1, ask)
      expect([name, skeletons(answers, index + 1)]).toEqual([name, plain])
      for (const answer of answers) expectHarmless(answer, index + 1)
      expect(recorded.map(({ operation }) => operation)).toEqual(steps)
      expect(recorded.map(({ outcome }) => outcome)).toEqual(
        steps.map((_, step) => (step === 2 ? 'conflict' : 'ok')),
      )
      for (const { touched } of recorded) {
        expect([null, `${origin}/stays/${town.town}-${index + 1}`]).toContain(touched)
      }
    }
  }, 120_000)

  it('takes no place in a list from another, and no page', async () => {
    const seen: string[] = []
    for (let cursor: string | undefined; ; ) {
      const { body } = await ask('searchStays', { where: town.town, ...(cursor && { cursor }) })
      const stays = body.stays as { slug: string; name: string; url: string; image: string }[]
      for (const { slug, url, image } of stays) {
        seen.push(slug)
        expect([url, image]).toEqual([
          `${origin}/stays/${slug}`,
          `${origin}/stays/${slug}/opengraph-image`,
        ])
      }
      cursor = body.nextCursor as string | undefined
      if (!cursor) break
    }
    expect(seen.sort()).toEqual([...town.slugs].sort())
  })

  it('is refused in the same words where it is given as an input', async () => {
    const inputs: [string, (text: string) => Record<string, string | number>][] = [
      ['getStay', (slug) => ({ slug })],
      ['getReservation', (id) => ({ id })],
      ['cancelReservation', (id) => ({ id })],
      ['searchStays', (cursor) => ({ cursor })],
      ['bookStay', (stay) => ({ stay, checkIn, checkOut, guests })],
    ]
    for (const [name, input] of inputs) {
      const told = new Set<string>()
      for (const [, text] of texts) {
        const { status, body } = await ask(name, input(text))
        expect(status).toBeGreaterThanOrEqual(400)
        expect(status).toBeLessThan(500)
        told.add(String(body.detail))
      }
      // Too long, or unknown: nothing else can be said of such an input.
      expect([name, told.size <= 2, [...told].join(' ').length < 300]).toEqual([name, true, true])
    }
  })
})
