import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it, vi } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import { createPerson } from '@/lib/testing/people'

vi.mock('@/lib/mail/mode', () => ({ mailMode: () => 'none', canMail: () => false }))

const { findInvitation, inviteStaff, listInvitations, revokeInvitation, takeInvitation } =
  await import('./invitations')

beforeEach(async () => {
  await db().staffInvitation.deleteMany({})
})

async function invite(email: string, role: 'operator' | 'analyst' = 'analyst'): Promise<string> {
  const { link } = await inviteStaff({ email, role }, commandLine)
  return String(link?.split('/').pop())
}

const roleOf = async (id: string) => (await db().account.findUnique({ where: { id } }))?.role

it('somebody is invited and takes it once, with the address that it is for', async () => {
  const [person, other] = [await createPerson(), await createPerson()]
  const { email } = await db().account.findUniqueOrThrow({ where: { id: person.id } })
  const token = await invite(email.toUpperCase())
  const by = (accountId: string) => ({ ...commandLine, accountId })
  expect(await findInvitation(token)).toMatchObject({ email, role: 'analyst' })
  expect(await takeInvitation(token, by(other.id)), 'another account').toBe(false)
  const both = [takeInvitation(token, by(person.id)), takeInvitation(token, by(person.id))]
  expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1)
  expect([await roleOf(person.id), await roleOf(other.id)]).toEqual(['analyst', 'member'])
  expect(await findInvitation(token)).toBeNull()
})

it('works for seven days, is revoked, and replaced by a newer one for the same address', async () => {
  const email = `${randomUUID()}@example.com`
  const [first, second] = [await invite(email), await invite(email, 'operator')]
  expect(await findInvitation(first)).toBeNull()
  const [open] = await listInvitations()
  expect(open).toMatchObject({ email, role: 'operator' })
  expect(Number(open?.expiresAt) - Date.now()).toBeLessThanOrEqual(7 * 86_400_000)
  expect(second).not.toContain(String(open?.id))
  expect(await revokeInvitation(String(open?.id), commandLine)).toBe(true)
  expect(await revokeInvitation(String(open?.id), commandLine)).toBe(false)
  expect(await revokeInvitation('%', commandLine)).toBe(false)
  expect(await findInvitation(second)).toBeNull()
  const third = await invite(email)
  await db().staffInvitation.updateMany({ data: { expiresAt: new Date() } })
  expect(await findInvitation(third)).toBeNull()
})

it('takes no more than twenty at once, and no wrong address', async () => {
  for (let n = 0; n < 18; n += 1) await invite(`${randomUUID()}@example.com`)
  const last = await Promise.allSettled(
    Array.from({ length: 5 }, () => invite(`${randomUUID()}@example.com`)),
  )
  expect(last.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  await expect(invite('nobody')).rejects.toThrow('an email address')
})
