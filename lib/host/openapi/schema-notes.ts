import { isObject, type JsonObject, own, ownObject, ownText } from '../json'
import type { Report } from '../problems'
import type { Profile } from '../profiles/profile'

const branches = ['anyOf', 'oneOf', 'allOf'] as const

/** Tells what of an input's schema hosts refuse or misread; references are filled in already. */
export function noteSchema(
  schema: JsonObject,
  where: string,
  profile: Profile,
  report: Report,
  depth = 0,
): void {
  const properties = ownObject(schema, 'properties')
  const items = own(schema, 'items')
  if (ownText(schema, 'type') === 'object' && properties === null) {
    const details = { where, asHostSays: 'object schema missing properties' }
    report.note('object_without_properties', profile.openApi?.strict ? details : { where })
  }
  if (
    (Array.isArray(schema.anyOf) &&
      schema.anyOf.some((each) => ownText(each, 'type') === 'null')) ||
    (isObject(items) && Object.keys(items).length === 0) ||
    isObject(own(schema, 'additionalProperties'))
  ) {
    report.note('fragile_schema', { where })
  }
  const hasBranches = branches.some((name) => own(schema, name) !== undefined)
  const isNested = depth > 0 && properties !== null
  if (profile.openApi?.flatOnly && (hasBranches || isNested)) report.note('not_flat', { where })

  for (const [name, property] of Object.entries(properties ?? {})) {
    if (isObject(property)) noteSchema(property, `${where}.${name}`, profile, report, depth + 1)
  }
  if (isObject(items)) noteSchema(items, `${where}[]`, profile, report, depth + 1)
}
