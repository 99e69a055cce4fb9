import type { Example } from './installation'
import { ownObject, ownText } from './json'

/** What a person could say, with what an assistant would send then: `[{ prompt, input }]`. */
export function readExamples(given: unknown): Example[] {
  return (Array.isArray(given) ? given : []).slice(0, 10).flatMap((example) => {
    const prompt = ownText(example, 'prompt')
    const input = ownObject(example, 'input')
    return prompt !== null && input !== null ? [{ prompt, input }] : []
  })
}
