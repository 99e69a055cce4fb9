import type { Call } from './held'
import type { Operation } from './installation'
import { isObject, type JsonObject, own, ownText } from './json'

/**
 * An example's input as a person would mean it after what was answered before: "the first one" is the
 * first of the last list, and what the last call named it means too. By names alone, so that nothing
 * pretends to be a model. `carried` says whether anything came from before.
 */
export function carryOn(
  operation: Operation,
  example: JsonObject,
  before: Call | null,
): { input: JsonObject; carried: boolean } {
  if (before === null || before.operation === operation.name) {
    return { input: example, carried: false }
  }
  const found = before.outcome.status === 'answered' ? subjectsIn(before.outcome.data) : []
  const entries = Object.entries(example).map(([name, value]) => {
    const meant = referenceTo(name, found) ?? own(before.input, name)
    return [name, typeof meant === typeof value ? meant : value] as const
  })
  const carried = entries.some(
    ([name, value]) => value !== example[name] && referenceTo(name, found) === value,
  )
  return { input: Object.fromEntries(entries), carried }
}

type Subject = { kind: string; it: JsonObject }

/** What an answer is about: each object in it, and the first of each list. */
const subjectsIn = (data: unknown): Subject[] =>
  Object.entries(isObject(data) ? data : {}).flatMap(([kind, value]) => {
    const it: unknown = Array.isArray(value) ? value[0] : value
    return isObject(it) ? [{ kind, it }] : []
  })

/** `slug` is what has a slug; `stay` is the id or slug of one of the `stays`. */
function referenceTo(name: string, subjects: Subject[]): string | null {
  for (const { kind, it } of subjects) {
    const same = /id$|slug$/i.test(name) ? ownText(it, name) : null
    if (same !== null) return same
    if (kind === name || kind === `${name}s`) return ownText(it, 'id') ?? ownText(it, 'slug')
  }
  return null
}
