import type { Acting } from '../install'
import { isObject, type JsonObject, own, ownObject, ownText } from '../json'

const branches = ['anyOf', 'oneOf', 'allOf'] as const

/** Tells what of an input's schema hosts refuse or misread; references are filled in already. */
export function noteSchema(
  schema: JsonObject,
  { where, depth = 0 }: { where: string; depth?: number },
  acting: Acting,
): void {
  const { profile, report } = acting
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
    if (isObject(property)) {
      noteSchema(property, { where: `${where}.${name}`, depth: depth + 1 }, acting)
    }
  }
  if (isObject(items)) noteSchema(items, { where: `${where}[]`, depth: depth + 1 }, acting)
}
