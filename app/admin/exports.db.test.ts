import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { audit, commandLine } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import { addClient } from '@/lib/oauth/clients/registered'
import { getPerson } from '@/lib/session/person'
import { bookStay } from '@/lib/stays/booking'
import { createTown, inDays } from '@/lib/stays/fixture'

vi.mock('@/lib/session/person')

type Get = (request: Request) => Promise<Response>

const word = randomUUID()
const formula = `=HYPERLINK("http://x.example/${word}")`

/** Where each list shows words of a person or an app, and what finds them. */
const lists: Record<string, string> = {
  audit: `target=${word}`,
  clients: `q=${encodeURIComponent(formula)}`,
  doctor: `text=${word}`,
  people: `q=${word}`,
  'release/requests': `who=${word}`,
  reservations: '',
  stays: `q=${encodeURIComponent(formula)}`,
}

beforeAll(async () => {
  const account = { id: word, email: `${word}@example.com`, name: formula, passwordHash: 'none' }
  await db().account.create({ data: account })
  await db().accessRequest.create({ data: { accountId: word, note: formula } })
  await addClient({ preset: 'custom', name: formula, redirectUris: ['https://x.example/cb'] })
  const about = { clientId: word, clientName: formula, address: '192.0.2.1', userAgent: 'x' }
  await db().attempt.create({ data: { ...about, id: randomUUID(), steps: [] } })
  await db().$transaction((tx) =>
    audit(tx, commandLine, { act: 'test', target: word, after: formula }),
  )
  const town = await createTown([{}])
  const [house = ''] = town.slugs
  const rooms = { updateMany: { where: {}, data: { name: formula } } }
  await db().stay.update({ where: { slug: house }, data: { name: formula, rooms } })
  const dates = { checkIn: inDays(3), checkOut: inDays(4) }
  await db().$transaction((tx) =>
    bookStay(tx, { accountId: word, stay: house, guests: 1, actionId: null, ...dates }),
  )
  lists.reservations = `city=${encodeURIComponent(town.town)}`
})

async function read(list: string): Promise<Response> {
  const { GET }: { GET: Get } = await import(
    /* @vite-ignore */ join(process.cwd(), 'app/admin', list, 'export/route.ts')
  )
  return GET(new Request(`http://localhost:3000/admin/${list}/export?${lists[list]}`))
}

const signIn = (role: string | null) =>
  vi.mocked(getPerson).mockResolvedValue(role === null ? null : ({ id: 'x', role } as never))

test('each list below app/admin is one of these', () => {
  const routes = readdirSync('app/admin', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/export/route.ts'))
    .map((file) => file.replace('/export/route.ts', ''))
  expect(routes.sort()).toEqual(Object.keys(lists).sort())
})

test.each(Object.keys(lists))(
  '%s is a file for staff alone, whose cells are no formulas',
  async (list) => {
    for (const role of [null, 'member']) {
      signIn(role)
      expect((await read(list)).status).toBe(404)
    }
    signIn('analyst')
    const response = await read(list)
    expect(response.headers.get('content-type')).toContain('text/csv')
    const [head, ...rows] = (await response.text()).trim().split('\r\n')
    expect(head).toMatch(/^\w+(,\w+)+$/)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toContain(`,"'=HYPERLINK(""`)
    expect(rows[0]).not.toMatch(/(^|,)"?=/)
  },
)
