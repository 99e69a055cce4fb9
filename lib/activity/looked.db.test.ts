import { expect, it } from 'vitest'
import { createPerson } from '@/lib/testing/people'
import { listActivity } from './list'
import { looked, recordLook } from './looked'

const all = { grantIds: null, operation: null, from: null, to: null, after: null }

it('a person reads that an operator looked, once an hour and operator, and not who', async () => {
  const [person, one, other] = [await createPerson(), await createPerson(), await createPerson()]
  for (const { id } of [one, one, other, person]) await recordLook(person.id, id)
  const rows = await listActivity(person.id, all, 10)
  expect(rows.map(({ operation }) => operation)).toEqual([looked, looked])
  expect(JSON.stringify(rows)).not.toContain(one.id)
})
