/** Tokens of o200k_base. Its table is two megabytes: loaded when it is first asked for. */
export async function toTokens(text: string): Promise<number> {
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base')
  // What looks like a token of the model's own is text here, whoever wrote it.
  return countTokens(text, { allowedSpecial: new Set(), disallowedSpecial: new Set() })
}
