/**
 * A text that others wrote, as one line of at most `longest` characters. What is invisible or turns
 * the reading direction goes, for a person must see all that a model reads; angle brackets, links and
 * addresses go, for a host must not make markup, or a way to elsewhere, of it. The words stay: nobody
 * can tell an instruction from a description, which is why the schema calls them third-party text.
 */
export function toPlainText(text: string, longest: number): string {
  if (text.length <= longest && words.test(text)) return text
  const flat = toSeen(text, longest).replaceAll('<', '‹').replaceAll('>', '›')
  return cut(withoutAddresses(flat).replace(/ +/g, ' ').trim(), longest)
}

// What nearly every name is: letters that can do no harm, with single spaces between the words.
const words = /^(?! )(?:[\w\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f’'&,+-]| (?! |$))+$/

/** A sentence of ours, of which nothing may hide either; what it means by an address stays one. */
export const toVisibleText = (text: string, longest: number): string =>
  cut(toSeen(text, longest).trim(), longest)

const toSeen = (text: string, longest: number): string =>
  text
    .slice(0, longest * readAhead)
    .replace(disguised, (look) => look.normalize('NFKC'))
    .replace(/[\s\u2800]+/gu, ' ')
    .replace(unseen, '')
    .replace(piledUp, '$1')
    .replace(/ +/g, ' ')

/** What is stripped makes a text shorter; but nobody gets to send a megabyte through it. */
const readAhead = 4

// Letters that look like ASCII, or read as it to a model: fullwidth, mathematical, enclosed.
const disguised = /[\uff01-\uff65\u{1d400}-\u{1d7ff}\u24b6-\u24e9\u{1f130}-\u{1f189}]/gu

// UTS #51: a selector after a pictograph makes it an emoji; anywhere else it can only carry data.
const unseen =
  /(?<!\p{Extended_Pictographic})\ufe0f|(?!\ufe0f)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu

const piledUp = /(\p{M}{3})\p{M}+/gu

const withoutAddresses = (line: string): string =>
  line
    .replace(/!?\[([^[\]]*)\] ?\([^()]*\)/g, '$1')
    .replaceAll('](', '] (')
    .replace(/[a-z][a-z\d+.-]{0,30}:[/\\]{2}\S*/gi, ' ')
    .replace(
      /\b(?:https?|javascript|data|vbscript|mailto|tel|sms|file|blob|ftp|wss?|ui|intent):\S+/gi,
      ' ',
    )
    // No reader makes a link of "evil. example"; a sentence that began without a space gets one.
    .replace(
      /(?<=[\p{L}\p{M}\p{N}\p{Extended_Pictographic}-])([.\u3002])(?=\p{L}[\p{L}\p{M}])/gu,
      '$1 ',
    )

function cut(line: string, longest: number): string {
  if (line.length <= longest) return line
  const characters = [...line.slice(0, longest - 1)]
  if (/\p{Cs}/u.test(characters.at(-1) ?? '')) characters.pop()
  return `${characters.join('').trimEnd()}…`
}
