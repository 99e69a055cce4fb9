/**
 * A name that a stranger chose, made fit to stand in a sentence: no control or direction
 * characters that could rearrange the words around it, nothing unseen, no pile of marks, at most 60 characters.
 */
export function toPlainName(name: string, nameless = 'An app without a name'): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu, ' ')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
  const characters = [...plain]
  if (characters.length === 0) return nameless
  return characters.length > 60 ? `${characters.slice(0, 59).join('').trimEnd()}…` : plain
}
