import { beforeEach, expect, it, vi } from 'vitest'
import { db } from '@/lib/data/db'
import { mailUnopened } from '@/lib/held-mail'
import { mailsSent } from '@/lib/mail/send'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

const sent = vi.hoisted(() => [] as { to: string; subject: string; text: string }[])
vi.mock('@/lib/mail/outbox', () => ({
  writeToOutbox: async (mail: (typeof sent)[number]) => void sent.push(mail),
}))

serveEndpoints()
beforeEach(() => void sent.splice(0))

/** A held action that was asked for some seconds ago. */
async function hold(accountId: string, ago: number, more: { openedAt?: Date } = {}) {
  const id = crypto.randomUUID()
  const grantId = crypto.randomUUID()
  const [expiresAt, createdAt] = [
    new Date(Date.now() + 3600_000),
    new Date(Date.now() - ago * 1000),
  ]
  const key = { hash: grantId, hint: 'abcd', scopes: [], name: 'a key', expiresAt }
  await db().apiKey.create({ data: { id: grantId, accountId, ...key } })
  const action = { id, accountId, grantId, operation: 'bookStay', inputHash: '' }
  await db().action.create({
    data: { ...action, state: 'waiting', createdAt, expiresAt, ...more },
  })
  return id
}

async function look(): Promise<void> {
  await mailUnopened()
  await mailsSent()
}

it('what nobody looked at for a minute is mailed once, without a word of what it is', async () => {
  const person = await createPerson()
  const id = await hold(person.id, 90)
  await Promise.all([look(), look()])
  await look()
  const [mail, ...others] = sent.filter(({ text }) => text.includes(id))
  expect(others).toEqual([])
  expect(mail).toMatchObject({ to: person.email, subject: 'A request waits for your answer' })
  expect(mail?.text).toContain(`/confirm/${id}`)
})

it('what is new, was looked at, was decided or lost its connection is not mailed', async () => {
  const person = await createPerson()
  await hold(person.id, 10)
  await hold(person.id, 90, { openedAt: new Date() })
  const decided = await hold(person.id, 90)
  await db().action.update({ where: { id: decided }, data: { state: 'refused' } })
  const orphan = await hold(person.id, 90)
  const { grantId } = await db().action.findUniqueOrThrow({ where: { id: orphan } })
  await db().apiKey.update({ where: { id: grantId }, data: { revokedAt: new Date() } })
  await look()
  expect(sent.filter(({ to }) => to === person.email)).toEqual([])
})

it('who wants no such mail gets none, and nobody more than five in an hour', async () => {
  const silent = await createPerson()
  await db().account.update({ where: { id: silent.id }, data: { mailsWaiting: false } })
  await hold(silent.id, 90)
  const busy = await createPerson()
  for (let asked = 0; asked < 7; asked += 1) await hold(busy.id, 90)
  await look()
  expect(sent.filter(({ to }) => to === silent.email)).toEqual([])
  expect(sent.filter(({ to }) => to === busy.email)).toHaveLength(5)
})
