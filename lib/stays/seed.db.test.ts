import { afterAll, beforeAll, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { searchStays } from './search'
import { seedStays } from './seed'
import { toSeedRows } from './seed/rows'
import { getStay } from './stay'
import { StayDetails, StaySummary } from './stay-schema'
import { withStayUrls } from './urls'

beforeAll(seedStays, 30_000)
afterAll(disconnect)

it('a newcomer starts twice and finds the same stays', async () => {
  const count = () => Promise.all([db().city.count(), db().stay.count(), db().room.count()])
  const ids = toSeedRows().stays.map(({ id }) => id)
  await seedStays()
  expect(await db().stay.count({ where: { id: { in: ids } } })).toBe(ids.length)
  expect((await count()).every((rows) => rows > 0)).toBe(true)
})

it.each([
  ['Paris', ['Paris']],
  ['paris, FRANCE', ['Paris']],
  ['Île de France', ['Paris']],
  ['NYC', ['New York']],
  ['são paulo', ['São Paulo']],
  ['Sao Paulo', ['São Paulo']],
  ['UK', ['Edinburgh', 'London']],
  ['U.K.', ['Edinburgh', 'London']],
  ['california', ['Los Angeles', 'San Francisco']],
  ['Austin, TX', ['Austin']],
  ['DE', ['Berlin', 'Munich']],
  ['Holland', ['Amsterdam']],
  ['the Netherlands', ['Amsterdam']],
  ['München', ['Munich']],
  ['東京', ['Tokyo']],
  ['Atlantis', []],
])('a person looks in %s and finds stays in %j', async (where, expected) => {
  const cities = new Set<string>()
  for (let cursor: string | undefined; ; ) {
    const page = await searchStays({ where, cursor })
    for (const stay of page.stays) cities.add(stay.city)
    cursor = page.nextCursor
    if (!cursor) break
  }
  expect([...cities].sort()).toEqual(expected)
})

it('what a person finds is what the schemas promise', async () => {
  const { stays } = await searchStays({ where: 'USA' })
  for (const stay of stays) {
    StaySummary.strict().parse(withStayUrls('https://stays.example', stay))
    const details = await getStay(stay.slug)
    expect(details).not.toBeNull()
    if (details) StayDetails.strict().parse(withStayUrls('https://stays.example', details))
  }
})
