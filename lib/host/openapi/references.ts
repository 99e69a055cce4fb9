import { mostDeep } from '../install/parse-document'
import { isObject, type JsonObject, own } from '../json'
import type { Report } from '../problems'

export type References = {
  /** The value with every reference filled in; what cannot be is `{}`, with its problem told. */
  fill: (value: unknown, where: string) => unknown
  /** Only the object that a reference leads to, one step at a time. */
  follow: (value: unknown, where: string) => JsonObject | null
}

/** What all filled-in schemas of a plugin may have together: a reference costs a few characters only. */
export const createRoom = () => ({ parts: 60_000, characters: 2_000_000 })

/** References within the document (RFC 6901 pointers); nothing else is ever fetched. */
export function createReferences(
  document: JsonObject,
  report: Report,
  room = createRoom(),
): References {
  function target(ref: unknown, where: string): unknown {
    const found =
      typeof ref === 'string' && ref.startsWith('#/') ? pointed(document, ref) : undefined
    if (found === undefined) report.note('ref_outside', { where: `${where}: ${String(ref)}` })
    return found
  }

  function fill(value: unknown, where: string, trail: readonly unknown[], depth: number): unknown {
    room.parts -= 1
    if (typeof value === 'string') room.characters -= value.length
    if (room.parts < 0 || room.characters < 0) report.refuse('too_many_parts', { where })
    if (depth > mostDeep) report.refuse('too_deep', { where })
    if (Array.isArray(value)) return value.map((each) => fill(each, where, trail, depth + 1))
    if (!isObject(value)) return value
    const ref = own(value, '$ref')
    if (typeof ref === 'string') {
      if (trail.includes(ref)) {
        report.note('circular', { where })
        return {}
      }
      const filled = fill(target(ref, where) ?? {}, where, [...trail, ref], depth + 1)
      const description = own(value, 'description')
      return isObject(filled) && typeof description === 'string'
        ? { ...filled, description }
        : filled
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => {
        room.characters -= key.length
        return [key, fill(each, where, trail, depth + 1)]
      }),
    )
  }

  return {
    fill: (value, where) => fill(value, where, [], 0),
    follow(value, where) {
      let at = value
      for (let steps = 0; steps < 10; steps += 1) {
        const ref = own(at, '$ref')
        if (ref === undefined) return isObject(at) ? at : null
        at = target(ref, where)
      }
      report.note('circular', { where })
      return null
    },
  }
}

function pointed(document: JsonObject, ref: string): unknown {
  let at: unknown = document
  for (const part of ref.slice(2).split('/')) {
    const key = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~')
    if (Array.isArray(at)) at = /^\d+$/.test(key) ? at[Number(key)] : undefined
    else at = own(at, key)
  }
  return at
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
