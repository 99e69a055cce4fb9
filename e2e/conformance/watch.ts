import type { Person } from './person'

/** Reads what a tool prints, and has the person open each authorize address in it once. */
export function watchFor(origin: string, person: Person) {
  const opened = new Set<string>()
  return (line: string): Promise<void> | undefined => {
    const start = line.indexOf(`${origin}/oauth/authorize?`)
    if (start === -1) return undefined
    const [url = ''] = line.slice(start).split(/[\s"'<>]/)
    if (opened.has(url)) return undefined
    opened.add(url)
    return person.allow(url)
  }
}
