import {
  Client,
  StreamableHTTPClientTransport,
  UrlElicitationRequiredError,
} from '@modelcontextprotocol/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/data/db'
import { listWaiting, refuseAction } from '@/lib/held-actions'
import { createTown, inDays } from '@/lib/stays/fixture'
import * as linking from '@/lib/testing/link'
import { createPerson, type TestPerson } from '@/lib/testing/people'
import { sayYes } from '@/lib/testing/say-yes'
import { serveEndpoints } from '@/lib/testing/serve'

serveEndpoints()

let town: Awaited<ReturnType<typeof createTown>>
beforeAll(async () => {
  town = await createTown([{ rooms: [{ capacity: 2, basePrice: 5_000 }] }])
})
afterAll(() => town?.remove())

type Question = { mode?: string; url?: string; message: string }
type Action = 'accept' | 'decline' | 'cancel'

/** The official client of a host that opens pages, and a wish of its person. */
async function open(
  mode: 'auto' | 'legacy',
  react: (person: TestPerson) => Action = () => 'accept',
) {
  const person = await createPerson()
  const { access } = await linking.linkOpen(person, await linking.createClient())
  const client = new Client(
    { name: 'test', version: '1' },
    { versionNegotiation: { mode }, capabilities: { elicitation: { url: {} } } },
  )
  const questions: Question[] = []
  client.setRequestHandler('elicitation/create', ({ params }) => {
    questions.push(params as Question)
    return { action: react(person) }
  })
  const transport = new StreamableHTTPClientTransport(new URL(linking.mcp()), {
    requestInit: { headers: { authorization: `Bearer ${access}` } },
  })
  await client.connect(transport)
  const nights = 30 + Math.floor(Math.random() * 200)
  const dates = { checkIn: inDays(nights), checkOut: inDays(nights + 1) }
  const book = () =>
    client.callTool({ name: 'bookStay', arguments: { stay: town.slug, guests: 1, ...dates } })
  return { person, client, transport, questions, book, dates }
}

const countOf = (accountId: string) => db().reservation.count({ where: { accountId } })
const soon = (work: () => unknown) => void setTimeout(work, 300)

it('a person books in one call of a client of 2026-07-28, which opens the page', async () => {
  const { person, client, questions, book, dates } = await open('auto', ({ id }) => {
    soon(() => sayYes(id))
    return 'accept'
  })
  expect(client.getNegotiatedProtocolVersion()).toBe('2026-07-28')
  const { structuredContent } = await book()
  expect(structuredContent).toMatchObject({ status: 'done', reservation: dates })
  expect(questions).toHaveLength(1)
  expect(questions[0]).toMatchObject({ mode: 'url', message: expect.stringContaining('Book') })
  expect(questions[0]?.url).toMatch(/\/confirm\/[\w-]{22}$/)
  expect(await countOf(person.id)).toBe(1)
  await client.close()
})

it('or says no on the page', async () => {
  const { person, client, book } = await open('auto', ({ id }) => {
    soon(async () => {
      for (const action of await listWaiting(id)) await refuseAction(id, action.id)
    })
    return 'accept'
  })
  expect((await book()).structuredContent).toMatchObject({ status: 'refused' })
  expect(await countOf(person.id)).toBe(0)
  await client.close()
})

it.each([
  ['decline', 'refused', 0],
  ['cancel', 'pending', 1],
] as const)('or only answers the host: %s is %s', async (action, status, waiting) => {
  const { person, client, questions, book } = await open('auto', () => action)
  expect((await book()).structuredContent).toMatchObject({ status })
  expect(questions).toHaveLength(1)
  expect(await listWaiting(person.id)).toHaveLength(waiting)
  expect(await countOf(person.id)).toBe(0)
  await client.close()
})

it('a client of 2025-11-25 learns it from an error, and leaves its session as any other', async () => {
  const { person, client, transport, book, dates } = await open('legacy')
  expect(client.getNegotiatedProtocolVersion()).toBe('2025-11-25')
  const error = await book().catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UrlElicitationRequiredError)
  const { elicitations } = error as UrlElicitationRequiredError
  expect(elicitations).toMatchObject([{ mode: 'url', message: expect.stringContaining('Book') }])
  expect(await sayYes(person.id)).toEqual(['done'])
  expect((await book()).structuredContent).toMatchObject({ status: 'done', reservation: dates })
  expect(await countOf(person.id)).toBe(1)
  expect(transport.sessionId).toMatch(/^url\./)
  await transport.terminateSession()
  expect(transport.sessionId).toBeUndefined()
  await client.close()
})

it('a client that cannot open pages has no session, and the result that all understand', async () => {
  const person = await createPerson()
  const { access } = await linking.linkOpen(person, await linking.createClient())
  for (const mode of ['auto', 'legacy'] as const) {
    const client = new Client(
      { name: 'test', version: '1' },
      { versionNegotiation: { mode }, capabilities: { elicitation: { form: {} } } },
    )
    const transport = new StreamableHTTPClientTransport(new URL(linking.mcp()), {
      requestInit: { headers: { authorization: `Bearer ${access}` } },
    })
    await client.connect(transport)
    expect(transport.sessionId).toBeUndefined()
    const dates = { checkIn: inDays(20), checkOut: inDays(21) }
    const input = { stay: town.slug, guests: 1, ...dates }
    const { structuredContent } = await client.callTool({ name: 'bookStay', arguments: input })
    expect(structuredContent).toMatchObject({ message: expect.stringContaining('yes') })
    await client.close()
  }
})
