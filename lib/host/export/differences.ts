import { isObject } from '../json'

/**
 * Where two JSON values differ in shape: members that came or went, and types that changed. Values may
 * differ, lists may be of another length, null stands for anything.
 */
export function differences(before: unknown, now: unknown, path = '$'): string[] {
  if (before === null || now === null) return []
  if (Array.isArray(before) && Array.isArray(now)) {
    const [first] = before
    return first === undefined ? [] : now.flatMap((each) => differences(first, each, `${path}[]`))
  }
  if (isObject(before) && isObject(now)) {
    const names = new Set([...Object.keys(before), ...Object.keys(now)])
    return [...names].flatMap((name) => {
      const member = `${path}.${name}`
      if (!Object.hasOwn(now, name)) return [`${member} is gone`]
      if (!Object.hasOwn(before, name)) return [`${member} is new`]
      return differences(before[name], now[name], member)
    })
  }
  const [was, is] = [typeOf(before), typeOf(now)]
  return was === is ? [] : [`${path} was ${was} and is ${is}`]
}

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value)
