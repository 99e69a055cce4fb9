import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { deleteDueAccounts } from '@/lib/account/deletion'
import { commandLine } from '@/lib/audit/audit'
import { listAudit } from '@/lib/audit/list'
import { db, disconnect } from '@/lib/data/db'
import { createSession, findPersonBySession } from '@/lib/session/browser-session'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { checkCredentials } from './credentials'
import { createReviewer, endReviewer, getReviewer } from './reviewer'

serveEndpoints()
afterAll(disconnect)
beforeEach(async () => {
  await endReviewer(commandLine)
  await deleteDueAccounts()
})

const make = (days = 14) => createReviewer({ days, domain: 'stays.example', by: commandLine })
const signsIn = async ({ email, password }: { email: string; password: string }) =>
  'accountId' in (await checkCredentials({ email, password }, randomUUID()))

it('signs in by its password alone, from a verified address, until its days are over', async () => {
  const made = await make()
  const reviewer = await getReviewer()
  expect(reviewer).toMatchObject({
    ...{ accountId: made.accountId, email: made.email },
    ...{ hasPassword: true, isVerified: true, hasSecondFactor: false },
  })
  const days = (Number(reviewer?.until) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(13.9)
  expect(days).toBeLessThan(14.1)
  expect(await signsIn(made)).toBe(true)
})

it('is over at its hour: no sign-in, no session, and then no account', async () => {
  const made = await make()
  const session = await createSession(made.accountId)
  expect(await findPersonBySession(session)).not.toBeNull()
  await db().account.update({ where: { id: made.accountId }, data: { reviewUntil: new Date() } })
  expect(await signsIn(made)).toBe(false)
  expect(await findPersonBySession(session)).toBeNull()
  expect(await getReviewer()).toBeNull()
  await deleteDueAccounts()
  expect(await db().account.findUnique({ where: { id: made.accountId } })).toBeNull()
})

it('is ended by hand, or by another one, and both are written down', async () => {
  const first = await make()
  const second = await make()
  expect([await signsIn(first), await signsIn(second)]).toEqual([false, true])
  expect(second.ended).toEqual([first.accountId])
  expect(await endReviewer(commandLine)).toEqual([second.accountId])
  expect(await signsIn(second)).toBe(false)
  const { rows } = await listAudit({ target: second.accountId }, {})
  expect(rows.map(({ act }) => act)).toEqual(['reviewer.ended', 'reviewer.created'])
  expect(JSON.stringify(rows)).not.toContain(second.password)
})

it('is over at its hour for what was connected, too, whenever the sweep comes', async () => {
  const person = await createPerson()
  const client = await linking.createClient()
  const { access, refresh } = await linking.link(person, client)
  await db().account.update({ where: { id: person.id }, data: { reviewUntil: new Date() } })
  expect((await linking.callApi(access)).status).toBe(401)
  await expect(linking.refresh(client, refresh)).rejects.toMatchObject({ error: 'invalid_grant' })
})
