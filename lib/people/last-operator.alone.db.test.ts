import { beforeEach, expect, it } from 'vitest'
import { type Actor, commandLine } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import { createPerson } from '@/lib/testing/people'
import { getDeletion, scheduleDeletion } from './deletion'
import { changeRole } from './roles'
import { suspendPerson } from './suspension'

const toOperator = { from: 'member', to: 'operator', by: commandLine } as const
const toMember = { from: 'operator', to: 'member', by: commandLine } as const

// Who is the last of all is counted here.
beforeEach(async () => {
  await db().account.updateMany({ where: { role: 'operator' }, data: { role: 'member' } })
})

async function createOperator(): Promise<string> {
  const { id } = await createPerson()
  expect(await changeRole(id, toOperator)).toBe(true)
  return id
}

it('the last operator stays one, whoever tries, and nobody stops themselves', async () => {
  const one = await createOperator()
  const { id: other } = await createPerson()
  const by: Actor = { ...commandLine, accountId: one }
  await expect(changeRole(one, toMember)).rejects.toThrow('the last operator')
  await expect(suspendPerson(one, { ...by, accountId: other })).rejects.toThrow('last operator')
  await expect(suspendPerson(one, by)).rejects.toThrow('yourself')

  expect(await changeRole(other, toOperator)).toBe(true)
  expect(await changeRole(other, toOperator), 'a second operator').toBe(false)
  const both = await Promise.allSettled([one, other].map((id) => changeRole(id, toMember)))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db().account.count({ where: { role: 'operator' } })).toBe(1)
})

it('the last operator does not leave, and whoever leaves in a week is none who stays', async () => {
  const one = await createOperator()
  await expect(scheduleDeletion(one)).rejects.toThrow('last operator')
  expect(await getDeletion(one)).toBeNull()

  const other = await createOperator()
  await scheduleDeletion(one)
  expect(await getDeletion(one)).not.toBeNull()
  await expect(scheduleDeletion(other)).rejects.toThrow('last operator')
  await expect(changeRole(other, toMember)).rejects.toThrow('last operator')
})
