import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/data/db'
import { audit, commandLine, toNetwork } from './audit'
import { listAudit } from './list'

test('what was done is written with it, or not at all', async () => {
  const target = randomUUID()
  await db().$transaction((tx) =>
    audit(tx, commandLine, { act: 'test.done', target, before: 1, after: { a: [2] } }),
  )
  const failing = db().$transaction(async (tx) => {
    await audit(tx, commandLine, { act: 'test.undone', target })
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  const { rows } = await listAudit({ target }, {})
  expect(rows).toMatchObject([{ act: 'test.done', before: 1, after: { a: [2] }, actorId: null }])
})

test('nobody changes or removes what was written', async () => {
  const target = randomUUID()
  await db().$transaction((tx) => audit(tx, commandLine, { act: 'test.done', target }))
  const where = { target }
  await expect(db().auditEntry.updateMany({ where, data: { act: 'x' } })).rejects.toThrow()
  await expect(db().auditEntry.deleteMany({ where })).rejects.toThrow()
  await expect(db().$executeRawUnsafe('TRUNCATE "AuditEntry"')).rejects.toThrow()
  expect((await listAudit({ target }, {})).rows).toHaveLength(1)
})

test('a long list is read page by page, both ways, by cursors that may be anything', async () => {
  const target = randomUUID()
  for (const act of ['a.a', 'b.b', 'c.c', 'c_c'])
    await db().$transaction((tx) => audit(tx, commandLine, { act, target }))
  const acts = async (asked: object) =>
    (await listAudit({ target }, { size: 2, ...asked })).rows.map(({ act }) => act)
  const { next } = await listAudit({ target }, { size: 2 })
  expect(await acts({})).toEqual(['c_c', 'c.c'])
  expect(await acts({ after: next })).toEqual(['b.b', 'a.a'])
  expect(await acts({ direction: 'asc' })).toEqual(['a.a', 'b.b'])
  expect(await acts({ direction: 'asc', after: next })).toEqual(['a.a', 'b.b'])
  const forged = Buffer.from(JSON.stringify(['at DESC', 'x', "'; --"])).toString('base64url')
  for (const after of [forged, 'x', '{}', '\0', null]) expect(await acts({ after })).toHaveLength(2)
  expect((await listAudit({ target, act: 'c_' }, {})).rows).toHaveLength(1)
  expect((await listAudit({ target: `${target}\0` }, {})).rows).toHaveLength(4)
})

test('an address is kept without its last part', () => {
  expect(toNetwork('203.0.113.7')).toBe('203.0.113.0/24')
  expect(toNetwork('2001:db8:1:2:3::4')).toBe('2001:db8:1::/48')
  expect(toNetwork('unknown')).toBe('unknown')
})
