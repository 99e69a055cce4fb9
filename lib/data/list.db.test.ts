import { expect, test } from 'vitest'
import { readList } from './list'

const forged = [
  ...['', 'x', '-', '0', '0x10', '1e400', '1e-400', '99999999999999999999', '0000-01-01'],
  ...['2026-02-30', '2026-02-30 10:00:00+00', '2026-01-01 99:99:99+99', '1-1-1 ::+:', 'infinity'],
]

test.each([
  ['text', `'b'`],
  ['bigint', '7'],
  ['date', `'2026-11-30'`],
  ['timestamptz', `'2026-11-30T10:00:00.123456+02'`],
  ['double precision', '0.1'],
] as const)('a list by a %s takes its own cursors, and any other as none', async (type, value) => {
  const read = (after: string | null) =>
    readList<{ n: string }>({
      select: '"n"',
      from: `(SELECT ${value}::${type} AS at, n::text AS n FROM generate_series(1, 3) AS n) AS t`,
      where: [],
      sorts: { at: { column: '"at"', type } },
      id: '"n"',
      asked: { after, size: 2 },
    })
  const { rows, next } = await read(null)
  expect(rows.map(({ n }) => n)).toEqual(['3', '2'])
  expect((await read(next)).rows.map(({ n }) => n)).toEqual(['1'])
  for (const at of forged) {
    const after = Buffer.from(JSON.stringify(['at DESC', at, '9'])).toString('base64url')
    await expect(read(after), at).resolves.toHaveProperty('rows')
  }
})
