/** Tokens of o200k_base. Its table is two megabytes: loaded when it is first asked for. */
export async function toTokens(text: string): Promise<number> {
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base')
  // What looks like a token of the model's own is text here, whoever wrote it.
  const options = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() }
  return partsOf(text).reduce((sum, part) => sum + countTokens(part, options), 0)
}

/** What the tokenizer takes for one word, in the square of whose length its time grows. */
const words = /[\p{L}\p{M}]+|[^\s\p{L}\p{N}]+|\s+/gu
/** Characters; longer than what anybody writes without a blank or a comma. */
const longestWord = 200

/** The whole text, cut only inside of words that are none. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (const { 0: word, index } of text.matchAll(words)) {
    for (let at = index + longestWord; at < index + word.length; at += longestWord) {
      parts.push(text.slice(from, at))
      from = at
    }
  }
  return [...parts, text.slice(from)]
}
