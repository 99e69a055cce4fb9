import { expect, it } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { listAudit } from '@/lib/audit/list'
import { db } from '@/lib/data/db'
import { createKey } from '@/lib/keys/keys'
import { findPersonBySession } from '@/lib/session/browser-session'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { endSessions, resumePerson, suspendPerson } from './suspension'

serveEndpoints()

it('stops a person’s connections and keys within a second, and all works again afterwards', async () => {
  const person = await createPerson()
  const client = await linking.createClient()
  const { access, refresh } = await linking.link(person, client)
  const made = await createKey(
    person.id,
    { name: 'A key', scopes: ['reservations:read'], days: 30 },
    ['reservations:read'],
  )
  const key = 'key' in made ? made.key : ''
  for (const token of [access, key]) expect((await linking.callApi(token)).status).toBe(200)

  expect(await suspendPerson(person.id, commandLine)).toBe(true)
  expect(await linking.msUntilRefused(access)).toBeLessThan(1000)
  expect(await linking.msUntilRefused(key)).toBeLessThan(1000)
  await expect(linking.refresh(client, refresh)).rejects.toMatchObject({ error: 'invalid_grant' })
  expect(await findPersonBySession(person.sessionId)).toBeNull()
  expect(await suspendPerson(person.id, commandLine), 'a second operator').toBe(false)

  expect(await resumePerson(person.id, commandLine)).toBe(true)
  for (const token of [access, key]) expect((await linking.callApi(token)).status).toBe(200)
  expect(await linking.refresh(client, refresh)).toHaveProperty('access_token')
  const { rows } = await listAudit({ target: person.id }, {})
  expect(rows.map(({ act }) => act)).toEqual(['person.resumed', 'person.suspended'])
})

it('a session that was being opened in that moment is none', async () => {
  const person = await createPerson()
  await db().account.update({ where: { id: person.id }, data: { suspendedAt: new Date() } })
  expect(await findPersonBySession(person.sessionId)).toBeNull()
})

it('ends where a person is signed in, and written down is how many, not where', async () => {
  const person = await createPerson()
  expect(await endSessions(person.id, commandLine)).toBe(1)
  expect(await findPersonBySession(person.sessionId)).toBeNull()
})
