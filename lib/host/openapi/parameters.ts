import type { Acting } from '../install'
import type { Parameter } from '../installation'
import { isObject, type JsonObject, own, ownText } from '../json'
import type { Found } from './operations'
import type { References } from './references'
import { noteSchema } from './schema-notes'

/** What goes into path and query; null where the importer leaves the operation out for it. */
export function readParameters(
  name: string,
  { item, operation, path }: Found,
  references: References,
  acting: Acting,
): Parameter[] | null {
  const { report, profile } = acting
  const listed = [...listOf(operation), ...listOf(item)]
  const parameters: Parameter[] = []
  for (const entry of listed) {
    if (profile.openApi?.strict && own(entry, '$ref') !== undefined) {
      report.note('parameter_ref', {
        where: name,
        asHostSays: 'parameter has missing or non-string name; skipping function due to errors',
      })
      return null
    }
    const parameter = references.follow(entry, name)
    const key = ownText(parameter, 'name')
    const place = ownText(parameter, 'in')
    if (parameter === null || key === null || place === null) {
      report.note('parameter_unusable', { where: name })
    } else if (place === 'header' || place === 'cookie') {
      report.note('header_parameter', {
        where: `${name}: ${key}`,
        asHostSays: `parameter ${key} has location ${place}; ignoring`,
      })
    } else if (
      (place === 'path' || place === 'query') &&
      // The operation's own come first, and stand for those of the path.
      !parameters.some((known) => known.name === key)
    ) {
      parameters.push(toParameter(parameter, key, place, `${name}: ${key}`, references, acting))
    }
  }
  return isFilled(path, parameters) ? parameters : refusedFor(name, path, acting)
}

const listOf = (holder: JsonObject): unknown[] => {
  const parameters = own(holder, 'parameters')
  return Array.isArray(parameters) ? parameters : []
}

function toParameter(
  parameter: JsonObject,
  name: string,
  place: 'path' | 'query',
  where: string,
  references: References,
  { report, profile }: Acting,
): Parameter {
  const filled = references.fill(own(parameter, 'schema') ?? {}, where)
  const schema = isObject(filled) ? filled : {}
  const description = ownText(parameter, 'description') ?? ownText(schema, 'description') ?? ''
  if (description.length > (profile.openApi?.longestParameterDescription ?? 700)) {
    report.note('parameter_description_too_long', { where })
  }
  noteSchema(schema, where, profile, report)
  return {
    name,
    in: place,
    required: place === 'path' || own(parameter, 'required') === true,
    description,
    schema,
    explode: own(parameter, 'explode') !== false,
  }
}

const isFilled = (path: string, parameters: Parameter[]): boolean =>
  [...path.matchAll(/\{([^{}]+)\}/g)].every(([, name]) =>
    parameters.some((parameter) => parameter.in === 'path' && parameter.name === name),
  )

function refusedFor(name: string, path: string, { report }: Acting): null {
  report.note('parameter_unusable', { where: `${name}: ${path}` })
  return null
}
