import { expect, it } from 'vitest'
import { toCell } from './csv'

it.each([
  ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
  ['+1', `'+1`],
  ['@x', `'@x`],
  ['\n=1', `"\n'=1"`],
  ['\uff1d1', `'\uff1d1`],
  // Where the comma is the decimal point, a semicolon ends a cell, quoted or not.
  ['My app;=HYPERLINK("http://evil")', `"My app;'=HYPERLINK(""http://evil"")"`],
  ['a\t@x', `a\t'@x`],
  ['1-2', '1-2'],
  ['a,b', '"a,b"'],
  ['two\nlines', '"two\nlines"'],
  [null, ''],
  [3, '3'],
  [{ where: 'Paris' }, '"{""where"":""Paris""}"'],
])('%j becomes the cell %s', (value, cell) => {
  expect(toCell(value)).toBe(cell)
})
