import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { daysFromNow, expect, letApp, test } from './fixtures'
import { createHost, type Host } from './host'
import { freePort, run } from './processes'

test('a machine dies in the middle of bookings, and every confirmed one is there afterwards', async ({
  page,
  user,
  connect,
}) => {
  test.setTimeout(180_000)
  const env = {
    DATA_DIR: mkdtempSync(join(tmpdir(), 'kill-')),
    PORT: String(await freePort()),
    DATABASE_URL: '',
  }
  const origin = `http://localhost:${env.PORT}`
  const start = () => run(() => ['scripts/start.mjs'], env, Number(env.PORT))
  let site = await start()
  const host = await createHost(origin, env)
  const { access_token } = await connect(page, host)
  await letApp(user, env)
  const slugs = await findStays(host, access_token)

  const confirmed = new Set<string>()
  for (let round = 0; round < 3; round += 1) {
    const booking = bookUntilRefused(host, access_token, slugs, confirmed, round)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await site.stop('SIGKILL')
    await booking
    site = await start()
    const there = await listAll(host, access_token)
    expect([...confirmed].filter((id) => !there.has(id))).toEqual([])
  }
  expect(confirmed.size).toBeGreaterThan(30)
  await site.stop('SIGINT')
  await rm(env.DATA_DIR, { recursive: true, force: true })
})

async function findStays(host: Host, token: string): Promise<string[]> {
  const { stays } = await (await host.call(token, '/api/stays?where=France')).json()
  return stays.map((stay: { slug: string }) => stay.slug)
}

/** Eight assistants book different nights until the site is gone; `confirmed` collects the ids. */
async function bookUntilRefused(
  host: Host,
  token: string,
  slugs: string[],
  confirmed: Set<string>,
  round: number,
) {
  let number = round * 100
  const assistant = async (slug: string | undefined) => {
    for (;;) {
      number += 1
      const checkIn = daysFromNow(10 + (number % 480))
      const checkOut = daysFromNow(11 + (number % 480))
      const body = JSON.stringify({ stay: slug, guests: 1, checkIn, checkOut })
      const answer = await host
        .call(token, '/api/reservations', { method: 'POST', body })
        .then(async (response) => ({ status: response.status, outcome: await response.json() }))
        .catch(() => null)
      if (!answer) return
      if (answer.status === 200) confirmed.add(answer.outcome.reservation.id)
    }
  }
  await Promise.all(slugs.slice(0, 8).map(assistant))
}

async function listAll(host: Host, token: string): Promise<Set<string>> {
  const ids = new Set<string>()
  let cursor: string | undefined
  do {
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''
    const page = await (await host.call(token, `/api/reservations${query}`)).json()
    for (const { id } of page.reservations) ids.add(id)
    cursor = page.nextCursor
  } while (cursor)
  return ids
}
