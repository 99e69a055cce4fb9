import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { db, pool } from '@/lib/data/db'
import { getPersonRow, listPeople, type PeopleFilter } from './find-people'

const word = randomUUID().slice(0, 8)

async function create(name: string, data: object = {}): Promise<string> {
  const id = randomUUID()
  await db().account.create({ data: { id, email: `${id}@example.com`, name, ...data } })
  return id
}

const find = async (filter: PeopleFilter, asked = {}) =>
  (await listPeople(filter, asked)).rows.map(({ id }) => id)

it('finds people by how their address, name or id begins, and by what they are', async () => {
  const ada = await create(`${word} Ada`, { email: `${word}.ada@example.com` })
  const bob = await create(`Bob ${word}`, { email: `${word}.bob@example.com`, role: 'analyst' })
  const eve = await create(`${word.toUpperCase()} Eve`, { suspendedAt: new Date() })
  expect(await find({ q: word }, { sort: 'name', direction: 'asc' })).toEqual(
    [ada, eve, bob].sort((a, b) => {
      const names = { [ada]: `${word} ada`, [eve]: `${word} eve`, [bob]: `bob ${word}` }
      return String(names[a]) < String(names[b]) ? -1 : 1
    }),
  )
  expect(await find({ q: `${word} ` })).toEqual(expect.arrayContaining([ada, eve]))
  expect(await find({ q: bob })).toEqual([bob])
  expect(await find({ q: word, role: 'analyst' })).toEqual([bob])
  expect(await find({ q: word, state: 'suspended' })).toEqual([eve])
  expect(await find({ q: '%' })).toEqual([])
  expect(await find({ q: `${word.slice(0, 3)}_` })).toEqual([])
  expect(await find({ q: word, role: "x'", state: 'constructor' })).toHaveLength(3)
})

it('knows nothing of how somebody proves who they are', async () => {
  const id = await create('<svg onload=alert(1)>\u202e=1+1', { passwordHash: 'argon2-hash' })
  const row = await getPersonRow(id)
  expect(row?.name).toBe('<svg onload=alert(1)>\u202e=1+1')
  expect(JSON.stringify([row, (await listPeople({ q: id }, {})).rows])).not.toContain('argon2')
  expect(await getPersonRow(`${id}\0'`)).toBeNull()
})

const many = 20_000

it('reads a page of many people without reading all of them, however it is asked for', async () => {
  await pool().query(
    `INSERT INTO "Account" ("id", "email", "name")
     SELECT $1 || n, $1 || n || '@many.example', (ARRAY['Ada', 'Bob', 'Eve'])[1 + n % 3] || ' ' || md5(n::text)
     FROM generate_series(1, ${many}) n`,
    [`${word}-`],
  )
  await pool().query('ANALYZE "Account"')
  const asked = vi.spyOn(pool(), 'query')
  await listPeople({}, {})
  const { next } = await listPeople({}, { sort: 'name' })
  await listPeople({}, { sort: 'name', after: next })
  for (const q of ['ada', `${word}-77`, 'nobody']) await listPeople({ q }, {})
  await listPeople({ role: 'operator' }, {})
  await listPeople({ state: 'suspended' }, {})
  const statements = asked.mock.calls.map(([one]) => one as unknown as Statement)
  asked.mockRestore()
  expect(statements).toHaveLength(8)
  for (const { text, values } of statements) {
    const { rows } = await pool().query(`EXPLAIN ${text}`, values)
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Seq Scan')
  }
  await pool().query(`DELETE FROM "Account" WHERE "email" LIKE '%@many.example'`)
})

type Statement = { text: string; values: unknown[] }
