// Where a cell begins: some spreadsheets end one at a semicolon or a tab, quoted or not.
const formula = /(^|[;\t\r\n])([=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/g

/** RFC 4180; and a spreadsheet must not take somebody else's words for a formula. */
export function toCell(value: unknown): string {
  const text =
    value instanceof Date
      ? value.toISOString()
      : typeof value === 'object' && value !== null
        ? JSON.stringify(value)
        : `${value ?? ''}`
  const harmless = text.replace(formula, "$1'$2")
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

export const toLine = (cells: readonly unknown[]): string => `${cells.map(toCell).join(',')}\r\n`
