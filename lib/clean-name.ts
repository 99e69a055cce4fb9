/**
 * A name that somebody typed, in one line: nothing that is not seen, and nothing that turns the
 * words around it. Empty when nothing is left.
 */
export const cleanName = (name: string): string =>
  name
    .slice(0, 1000)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu, '')
    .trim()
