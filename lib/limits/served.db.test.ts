import { describe, expect, it } from 'vitest'
import { createTown, inDays } from '@/lib/stays/fixture'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

// A twentieth: six reads a minute and one write for a connection, fifteen and two for a person.
process.env.RATE_LIMIT_FACTOR = '0.05'
process.env.PROCESSES = 'several'

serveEndpoints()

const onMcp = (token: string) =>
  linking.callMcp(token, { method: 'tools/call', params: { name: 'listReservations' } })

async function allowed(times: number, call: () => Promise<Response>): Promise<number> {
  let count = 0
  for (let time = 0; time < times; time += 1) {
    const response = await call()
    const isRefused = response.status === 429 || (await response.text()).includes('"isError":true')
    if (!isRefused) count += 1
  }
  return count
}

describe('the running site', () => {
  it('counts a connection over REST, and says what is left and how long to wait', async () => {
    const [person, client] = [await createPerson(), await linking.createClient()]
    const { access } = await linking.link(person, client)
    const first = await linking.callApi(access)
    expect(first.headers.get('ratelimit')).toMatch(/^"reads";r=5;t=60, "person-reads";r=14;t=60$/)
    expect(await allowed(10, () => linking.callApi(access))).toBe(5)
    const refused = await linking.callApi(access)
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(30)
    expect(wait).toBeLessThanOrEqual(60)
    expect(await refused.json()).toMatchObject({
      code: 'too_many_requests',
      detail: `Wait ${wait} seconds, then try again.`,
    })
  })

  it('lets a person’s other app go on, and another person at the same address', async () => {
    const person = await createPerson()
    const wild = await linking.linkOpen(person, await linking.createClient())
    const tame = await linking.linkOpen(person, await linking.createClient())
    expect(await allowed(20, () => onMcp(wild.access))).toBe(6)
    expect(await allowed(6, () => onMcp(tame.access))).toBe(6)
    const other = await linking.linkOpen(await createPerson(), await linking.createClient())
    expect(await allowed(6, () => onMcp(other.access))).toBe(6)
  })

  it('runs nothing that is refused, however many come at once', async () => {
    const town = await createTown([{ rooms: Array(9).fill({ capacity: 2, basePrice: 100 }) }])
    const { access } = await linking.link(await createPerson(), await linking.createClient())
    const dates = { checkIn: inDays(3), checkOut: inDays(4), guests: 1 }
    const book = () =>
      linking.callApi(access, '/api/reservations', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ stay: town.slug, ...dates }),
      })
    const answers = await Promise.all(Array.from({ length: 8 }, book))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
    await town.remove()
  })
})
