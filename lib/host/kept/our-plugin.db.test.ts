import { expect, test } from 'vitest'
import { db } from '@/lib/data/db'
import { authorize } from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { giveClient, installOurs, linkOurs } from '@/lib/testing/play-host'
import { serveEndpoints } from '@/lib/testing/serve'
import type { ProfileId } from '../profiles'
import { callInConversation, decline } from './calling'
import { getTranscript, listConversations, startConversation } from './conversations'
import { getInstallation, listInstallations } from './installations'
import { beginLink, finishLink, unlink } from './linking'
import { register, verify } from './registering'
import { getView } from './showing'
import { sweepPlayground, wipePlayground } from './wipe'

const served = serveEndpoints()

const chosen = { subdivision: 'FR-IDF', locale: 'en', location: null }
test.each<[ProfileId, 'ready' | 'needs_registration' | 'needs_link']>([
  ['chatgpt-2023', 'needs_registration'],
  ['gpt-action', 'needs_registration'],
  ['copilot', 'needs_registration'],
  ['chatgpt', 'ready'],
  ['claude', 'ready'],
  ['vscode', 'ready'],
])(
  'our own plugin is installed by %s without a refusal, linked and called',
  async (profile, state) => {
    const person = await createPerson()
    const installed = await installOurs(person, served.origin(), profile)
    expect(installed.problems.filter(({ severity }) => severity === 'refused')).toEqual([])
    expect(installed.installation.operations.map(({ name }) => name)).toContain('bookStay')
    expect(installed.state).toBe(state)
    const search = installed.installation.operations.find(({ name }) => name === 'searchStays')
    expect(search?.examples[0]).toMatchObject({ input: { where: 'Paris' } })
    if (state === 'needs_registration') await giveClient(person, served.origin(), installed.id)

    const conversation = await startConversation(person.id, {
      profile,
      installationIds: [installed.id],
      chosen,
    })
    const wish = {
      conversationId: conversation.id,
      installationId: installed.id,
      operation: 'listReservations',
      input: {},
      confirmed: 'once',
    } as const
    expect(await callInConversation(person.id, wish)).toMatchObject({
      entry: { outcome: { status: 'link_needed' } },
    })
    const { failure, installation } = await linkOurs(person, installed.id, conversation.id)
    expect([failure, installation?.isLinked]).toEqual([null, true])
    expect(await callInConversation(person.id, wish)).toMatchObject({
      status: 'called',
      entry: { outcome: { status: 'answered', isError: false, data: { reservations: [] } } },
    })
    const transcript = await getTranscript(person.id, conversation.id)
    expect(transcript?.entries.map(({ kind }) => kind)).toEqual(['call', 'link', 'call'])

    await unlink(person.id, installed.id)
    expect(await callInConversation(person.id, wish)).toMatchObject({
      entry: { outcome: { status: 'link_needed' } },
    })
  },
)

test('the view of a search comes through the server, for whom it is', async () => {
  const [person, other] = [await createPerson(), await createPerson()]
  const { id } = await installOurs(person, served.origin(), 'chatgpt')
  const view = await getView(person.id, id, 'searchStays')
  expect(view?.html).toContain('<')
  expect(await getView(person.id, id, 'bookStay')).toBeNull()
  expect(await getView(other.id, id, 'searchStays')).toBeNull()
})

test('what is kept is sealed, owned and gone when it is wiped', async () => {
  const [person, other] = [await createPerson(), await createPerson()]
  const { id } = await installOurs(person, served.origin(), 'chatgpt-2023')
  await register(person.id, id, { type: 'key', key: 'the key of this test' })
  const { id: conversationId } = await startConversation(person.id, {
    profile: 'chatgpt-2023',
    installationIds: [id],
    chosen,
  })
  const rows = await db().playgroundInstallation.findMany({ where: { accountId: person.id } })
  expect(JSON.stringify(rows)).not.toContain('the key of this test')
  expect(JSON.stringify(await listInstallations(person.id))).not.toContain('the key of this test')

  const wish = { conversationId, installationId: id, operation: 'bookStay', input: {} }
  expect(await getInstallation(other.id, id)).toBeNull()
  expect(await register(other.id, id, { type: 'none' })).toBeNull()
  expect(await getTranscript(other.id, conversationId)).toBeNull()
  expect(await callInConversation(other.id, wish)).toEqual({ status: 'not_found' })
  expect(await decline(other.id, wish)).toBeNull()
  const theirs = { profile: 'chatgpt' as const, installationIds: [id], chosen }
  expect((await startConversation(other.id, theirs)).installationIds).toEqual([])

  await wipePlayground(person.id)
  expect([await listInstallations(person.id), await listConversations(person.id)]).toEqual([[], []])
})

test('a write waits for the card, and a no is written down', async () => {
  const person = await createPerson()
  const { id } = await installOurs(person, served.origin(), 'chatgpt-2023')
  await giveClient(person, served.origin(), id)
  await linkOurs(person, id)
  const { id: conversationId } = await startConversation(person.id, {
    profile: 'chatgpt-2023',
    installationIds: [id],
    chosen,
  })
  const input = { stay: 'no-such-stay', checkIn: '2030-01-04', checkOut: '2030-01-06', guests: 1 }
  const wish = { conversationId, installationId: id, operation: 'bookStay', input }
  expect(await callInConversation(person.id, wish)).toMatchObject({
    status: 'needs_confirmation',
    confirmation: { needed: true, mayAlwaysAllow: false },
  })
  await decline(person.id, wish)
  expect(await callInConversation(person.id, { ...wish, confirmed: 'always' })).toMatchObject({
    entry: { confirmed: 'once', outcome: { status: 'answered', isError: true } },
  })
  const transcript = await getTranscript(person.id, conversationId)
  expect(transcript?.entries.map(({ kind }) => kind)).toEqual(['declined', 'call'])
})

test('an answer is taken once, by whom it is for, with its state', async () => {
  const [person, other] = [await createPerson(), await createPerson()]
  const { id } = await installOurs(person, served.origin(), 'chatgpt-2023')
  expect(await beginLink(person.id, id)).toMatchObject({ failure: { code: 'no_client' } })
  await giveClient(person, served.origin(), id)
  const begun = await beginLink(person.id, id)
  if (!('url' in begun)) throw new Error(begun.failure.code)
  const callback = await authorize(person, begun.url)
  const nothing = { installation: null, failure: { code: 'nothing_pending' } }
  expect(await finishLink(other.id, callback)).toMatchObject(nothing)
  const bent = new URL(callback)
  bent.searchParams.set('state', 'bent')
  expect(await finishLink(person.id, bent)).toMatchObject(nothing)
  expect(await finishLink(person.id, callback)).toMatchObject({ failure: null })
  expect(await finishLink(person.id, callback)).toMatchObject(nothing)
})

test('a refusal comes back as the plugin’s words', async () => {
  const person = await createPerson()
  const { id } = await installOurs(person, served.origin(), 'chatgpt')
  const begun = await beginLink(person.id, id)
  if (!('url' in begun)) throw new Error(begun.failure.code)
  const callback = await authorize(person, begun.url, { allow: false })
  const { failure, installation } = await finishLink(person.id, callback)
  expect(failure).toMatchObject({ code: 'refused', said: expect.stringContaining('access_denied') })
  expect(installation?.isLinked).toBe(false)
})

test('the verification token is missed until the manifest carries it', async () => {
  const person = await createPerson()
  const { id, verification } = await installOurs(person, served.origin(), 'chatgpt-2023')
  expect(verification).toMatchObject({
    token: expect.stringMatching(/^[0-9a-f]{32}$/),
    verified: false,
  })
  expect((await verify(person.id, id))?.verification.verified).toBe(false)
})

test('what nobody used for thirty days is swept', async () => {
  const person = await createPerson()
  const kept = await installOurs(person, served.origin(), 'chatgpt')
  const old = await installOurs(person, served.origin(), 'chatgpt')
  await db().$executeRaw`
    UPDATE "PlaygroundInstallation" SET "usedAt" = now() - interval '31 days' WHERE "id" = ${old.id}`
  await sweepPlayground()
  expect((await listInstallations(person.id)).map(({ id }) => id)).toEqual([kept.id])
})
