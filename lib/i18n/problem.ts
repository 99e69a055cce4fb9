import type { MessageKey, Translator } from './translate'

/** What is wrong with what somebody typed, in no language yet. */
export type Problem = { key: MessageKey<'errors'>; values?: Record<string, string | number> }

/** As a sentence where its words still stand in the code, in English only. */
export type Wrong = Problem | string

export const problem = (key: Problem['key'], values?: Problem['values']): Problem => ({
  key,
  values,
})

/** The problems of a form in the language of whoever reads them; what is a sentence stays one. */
export function explain(
  problems: Record<string, Wrong | undefined>,
  t: Translator<'errors'>,
): Record<string, string> {
  const told = Object.entries(problems).flatMap(([field, wrong]) => {
    if (!wrong) return []
    return [[field, typeof wrong === 'string' ? wrong : t(wrong.key, wrong.values)]]
  })
  return Object.fromEntries(told)
}
