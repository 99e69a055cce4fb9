import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/data/db'
import { lookAt, refuseAction } from '@/lib/held-actions'
import { type Call, heldAt } from '@/lib/host/held'
import { callInConversation } from '@/lib/host/kept/calling'
import { type Entry, sealContent } from '@/lib/host/kept/conversation'
import { getTranscript, startConversation } from '@/lib/host/kept/conversations'
import { followHeld } from '@/lib/host/kept/following'
import type { ProfileId } from '@/lib/host/profiles'
import { createTown, inDays } from '@/lib/stays/fixture'
import { createPerson } from '@/lib/testing/people'
import { giveClient, installOurs, linkOurs } from '@/lib/testing/play-host'
import { sayYes } from '@/lib/testing/say-yes'
import { serveEndpoints } from '@/lib/testing/serve'
import { isDecidedBy, ownActionAt } from './own-page'

const served = serveEndpoints()

let town: Awaited<ReturnType<typeof createTown>>
beforeAll(async () => {
  town = await createTown([{ rooms: [{ capacity: 2, basePrice: 10_000 }] }])
})
afterAll(() => town?.remove())

let nextDay = 20

/** A person who has said yes to a booking on the host's card, and whom the plugin asks itself. */
async function hold(profile: ProfileId) {
  const person = await createPerson()
  const installed = await installOurs(person, served.origin(), profile)
  if (installed.state === 'needs_registration')
    await giveClient(person, served.origin(), installed.id)
  await linkOurs(person, installed.id)
  const { id: conversationId } = await startConversation(person.id, {
    ...{ profile, installationIds: [installed.id] },
    chosen: { subdivision: null, locale: 'en', location: null },
  })
  nextDay += 3
  const input = {
    stay: town.slug,
    guests: 2,
    checkIn: inDays(nextDay),
    checkOut: inDays(nextDay + 2),
  }
  const wish = { conversationId, installationId: installed.id, operation: 'bookStay', input }
  const called = await callInConversation(person.id, { ...wish, confirmed: 'once' })
  const call = (called.status === 'called' ? called.entry : null) as Call
  const url = heldAt(call.outcome) ?? ''
  return {
    ...{ person, conversationId, call, url },
    follow: () => followHeld(person.id, conversationId, isDecidedBy(person.id)),
    answers: async () => callsOf((await getTranscript(person.id, conversationId))?.entries ?? []),
    booked: () => db().reservation.count({ where: { accountId: person.id } }),
  }
}

const callsOf = (entries: Entry[]) =>
  entries.flatMap((entry) =>
    entry.kind === 'call' && entry.outcome.status === 'answered' ? [entry.outcome.data] : [],
  )

const asked = { status: 'confirmation_required' }

test.each<ProfileId>(['chatgpt-2023', 'gpt-action', 'copilot', 'chatgpt', 'claude', 'vscode'])(
  'as %s a held booking is followed once it was approved, and made once',
  async (profile) => {
    const { person, follow, answers, booked } = await hold(profile)
    await follow()
    expect(await answers()).toMatchObject([asked])
    expect(await sayYes(person.id)).toEqual(['done'])
    await Promise.all([follow(), follow()])
    const done = { status: 'done', message: expect.stringMatching(/^Booked “/) }
    expect(await answers()).toMatchObject([asked, done])
    await follow()
    expect(await answers()).toHaveLength(2)
    expect(await booked()).toBe(1)
  },
)

test('a refusal is followed, too', async () => {
  const { person, url, follow, answers, booked } = await hold('chatgpt-2023')
  await refuseAction(person.id, String(ownActionAt(url)))
  await follow()
  expect(await answers()).toMatchObject([asked, { status: 'refused' }])
  expect(await booked()).toBe(0)
})

test('what is older than a day is not asked for by itself: the plugin may have forgotten it', async () => {
  const { person, conversationId, call, follow, answers } = await hold('chatgpt-2023')
  await sayYes(person.id)
  const at = new Date(Date.now() - 25 * 3600_000).toISOString()
  await db().playgroundEntry.updateMany({
    where: { conversationId },
    data: { content: sealContent({ ...call, at }) },
  })
  await follow()
  expect(await answers()).toHaveLength(1)
})

test('only a page of this site is known, to whom it is about', async () => {
  const { person, url } = await hold('chatgpt-2023')
  const other = await createPerson()
  expect(await isDecidedBy(person.id)(url)).toBe(false)
  await sayYes(person.id)
  expect(await isDecidedBy(person.id)(url)).toBe(true)
  expect(await isDecidedBy(other.id)(url)).toBe(false)
  const id = String(ownActionAt(url))
  expect((await lookAt(person.id, id))?.action.state).toBe('done')
  const elsewhere = [`https://plugin.example/confirm/${id}`, `${served.origin()}/sign-out`]
  expect(elsewhere.map(ownActionAt)).toEqual([null, null])
})
