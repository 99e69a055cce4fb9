import { isObject, type JsonObject, own, ownObject } from '../json'
import type { Report } from '../problems'

const prefix = '#/components/schemas/'

/** Refuses component schemas that contain themselves, also those that no operation uses (§2.2). */
export function refuseCircles(document: JsonObject, report: Report): void {
  const schemas = ownObject(ownObject(document, 'components'), 'schemas') ?? {}
  const refersTo = new Map(
    Object.entries(schemas).map(([name, schema]) => [name, namesIn(schema, schemas)]),
  )
  const referredBy = new Map<string, string[]>()
  for (const [name, names] of refersTo) {
    for (const each of names) {
      const known = referredBy.get(each)
      if (known) known.push(name)
      else referredBy.set(each, [name])
    }
  }
  // What refers to nothing that is left is in no circle. Without recursion: a chain may be long.
  const free = [...refersTo].flatMap(([name, names]) => (names.size === 0 ? [name] : []))
  for (let name = free.pop(); name !== undefined; name = free.pop()) {
    refersTo.delete(name)
    for (const each of referredBy.get(name) ?? []) {
      const names = refersTo.get(each)
      names?.delete(name)
      if (names?.size === 0) free.push(each)
    }
  }
  const [name] = refersTo.keys()
  if (name === undefined) return
  report.refuse('circular', {
    where: prefix + name,
    asHostSays: 'Components section contains a circular dependency',
  })
}

/** The component schemas that a schema refers to, anywhere in it. */
function namesIn(schema: unknown, schemas: JsonObject): Set<string> {
  const names = new Set<string>()
  const values: unknown[] = [schema]
  while (values.length > 0) {
    const value = values.pop()
    if (typeof value !== 'object' || value === null) continue
    const ref = isObject(value) ? own(value, '$ref') : undefined
    const name = typeof ref === 'string' && ref.startsWith(prefix) ? ref.slice(prefix.length) : ''
    if (Object.hasOwn(schemas, name)) names.add(name)
    for (const member of Object.values(value)) values.push(member)
  }
  return names
}
