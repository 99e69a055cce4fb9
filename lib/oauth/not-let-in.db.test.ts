import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { pluginStage, type Stage } from '@/lib/release/stage'
import { forgetStandings } from '@/lib/release/standing'
import { readForChange } from '@/lib/settings/setting'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

serveEndpoints()

// Test files share the database: what is set here must hold here only.
pluginStage.name = `release.stage-${randomUUID()}`

async function set(stage: Stage): Promise<void> {
  const { name } = pluginStage
  await db().setting.upsert({
    where: { name },
    create: { name, value: stage },
    update: { value: stage },
  })
  await readForChange(pluginStage)
}

afterEach(() => set('public'))

const told = (back: URL) => Object.fromEntries(back.searchParams)
const turnedAway = () => ({
  error: 'access_denied',
  error_description: 'This person is not let in yet',
  state: 'state-of-the-host',
  iss: env().origin,
})

async function attemptOf(clientId: unknown) {
  await attemptsWritten()
  const where = { clientId: String(clientId) }
  return db().attempt.findMany({ where, orderBy: { startedAt: 'desc' } })
}

it('a person who is not let in gives nothing, whatever they answer, and the attempt says why', async () => {
  await set('private')
  const [person, client] = [await createPerson(), await linking.createClient()]
  const back = await linking.authorize(person, linking.authorizeUrl(client), { allow: true })
  expect(told(back)).toEqual(turnedAway())
  expect(await db().grant.count({ where: { accountId: person.id } })).toBe(0)
  const attempts = await attemptOf(client.metadata.client_id)
  expect(attempts).toMatchObject([{ end: 'failed', reason: 'release.not_let_in' }])
})

it('what was allowed before opens no way in, asked or unasked', async () => {
  const [person, client] = [await createPerson(), await linking.createClient()]
  await linking.link(person, client)
  await set('private')
  const unasked = await linking.authorize(person, linking.authorizeUrl(client, { prompt: 'none' }))
  expect(told(unasked)).toEqual(turnedAway())
  const asked = await linking.authorize(person, linking.authorizeUrl(client))
  expect(told(asked)).toEqual(turnedAway())
  await set('public')
  expect((await linking.link(person, client)).access).toBeTruthy()
})

it('an operator is let in while it is private, and a no of theirs stays a no', async () => {
  await set('private')
  const [person, client] = [await createPerson(), await linking.createClient()]
  await db().account.update({ where: { id: person.id }, data: { role: 'operator' } })
  forgetStandings()
  const url = linking.authorizeUrl(client)
  const back = await linking.authorize(person, url, { allow: false })
  expect(told(back)).toMatchObject({ error: 'access_denied' })
  const [attempt] = await attemptOf(client.metadata.client_id)
  expect(attempt).toMatchObject({ end: 'declined', reason: 'consent.denied' })
  expect((await linking.link(person, client)).access).toBeTruthy()
})
