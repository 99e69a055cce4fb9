import { afterAll, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { createPerson } from '@/lib/testing/people'
import { createSession, findPersonBySession } from './browser-session'
import { endOtherSessions, endSession, listSessions } from './sessions'

afterAll(disconnect)

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'

it('a person sees their own sign-ins, this browser first', async () => {
  const [ada, bob] = [await createPerson(), await createPerson()]
  await createSession(ada.id, firefox)
  await createSession(bob.id, firefox)
  const sessions = await listSessions(ada.id, ada.sessionId)
  expect(sessions.map(({ browser, isThis }) => [browser, isThis])).toEqual([
    ['Unknown browser', true],
    ['Firefox on Linux', false],
  ])
})

it('a person ends one, or all others, and never somebody else’s', async () => {
  const [ada, bob] = [await createPerson(), await createPerson()]
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => createSession(ada.id, firefox)))
  await endSession(bob.id, String(one))
  expect(await findPersonBySession(String(one))).not.toBeNull()
  await endSession(ada.id, String(one))
  expect(await findPersonBySession(String(one))).toBeNull()
  expect(await endOtherSessions(ada.id, ada.sessionId)).toBe(2)
  for (const ended of [two, three]) expect(await findPersonBySession(String(ended))).toBeNull()
  for (const left of [ada, bob]) expect(await findPersonBySession(left.sessionId)).not.toBeNull()
})

it('when a sign-in was last seen is written at most every five minutes', async () => {
  const { sessionId: id } = await createPerson()
  const seen = async (minutesAgo: number) => {
    const lastSeenAt = new Date(Date.now() - minutesAgo * 60_000)
    await db().session.update({ where: { id }, data: { lastSeenAt } })
    await findPersonBySession(id)
    const row = await db().session.findUniqueOrThrow({ where: { id } })
    return row.lastSeenAt.getTime() - lastSeenAt.getTime()
  }
  expect(await seen(4)).toBe(0)
  expect(await seen(6)).toBeGreaterThan(5 * 60_000)
})
