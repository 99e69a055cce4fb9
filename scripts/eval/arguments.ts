import type { JsonObject } from '@/lib/host/json'
import { toDay } from './days'

export type Rules = {
  today: string
  /** Fields in which neither case, accents nor spaces make a difference. */
  places: string[]
  /** What leaving a field out means: saying it makes no difference. */
  defaults: JsonObject
}

/** What differs between the arguments that are right and those that came, a line each. */
export function differences(expected: JsonObject, given: JsonObject, rules: Rules): string[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(given)])
  return [...names].flatMap((name) => {
    const wanted = name in expected ? expected[name] : rules.defaults[name]
    const came = name in given ? given[name] : rules.defaults[name]
    if (isSame(wanted, came, { name, rules })) return []
    return [`${name} is ${show(came)} and not ${show(wanted)}`]
  })
}

/** A list says what all would be right; null in it, that nothing would be. */
function isSame(wanted: unknown, came: unknown, about: { name: string; rules: Rules }): boolean {
  if (Array.isArray(wanted)) return wanted.some((one) => isSame(one, came, about))
  if (wanted === null) return came === undefined
  if (typeof wanted !== 'string' || typeof came !== 'string') return wanted === came
  const { places, today } = about.rules
  if (places.includes(about.name)) return fold(wanted) === fold(came)
  return came === (toDay(wanted, today) ?? wanted)
}

export const fold = (place: string): string =>
  place.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

const show = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value))
