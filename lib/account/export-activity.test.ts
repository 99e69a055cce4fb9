import { expect, it } from 'vitest'
import { toCell } from './export-activity'

it.each([
  ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
  ['+1', `'+1`],
  ['@x', `'@x`],
  ['a,b', '"a,b"'],
  ['two\nlines', '"two\nlines"'],
  [null, ''],
  [3, '3'],
  [{ where: 'Paris' }, '"{""where"":""Paris""}"'],
])('%j becomes the cell %s', (value, cell) => {
  expect(toCell(value)).toBe(cell)
})
