import { setImmediate } from 'node:timers/promises'

/** Tokens of o200k_base. Its table is two megabytes: loaded when it is first asked for. */
export async function toTokens(text: string): Promise<number> {
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base')
  // What looks like a token of the model's own is text here, whoever wrote it.
  const options = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() }
  let tokens = 0
  for (const part of partsOf(text)) {
    tokens += countTokens(part, options)
    // A megabyte takes seconds: everybody else has their turn meanwhile.
    await setImmediate()
  }
  return tokens
}

/** What the tokenizer takes for one word, in the square of whose length its time grows. */
const words = /[\p{L}\p{M}]+|[^\s\p{L}\p{N}]+|\s+/gu
/** Characters; longer than what anybody writes without a blank or a comma. */
const longestWord = 200
const longestPart = 20_000

/** The whole text, cut before what is no letter, and inside of words that are none. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (const { 0: word, index } of text.matchAll(words)) {
    if (index - from > longestPart && /^[^\p{L}\p{M}]/u.test(word)) {
      parts.push(text.slice(from, index))
      from = index
    }
    for (let at = index + longestWord; at < index + word.length; at += longestWord) {
      parts.push(text.slice(from, at))
      from = at
    }
  }
  return [...parts, text.slice(from)]
}
