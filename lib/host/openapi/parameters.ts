import type { Acting } from '../install'
import type { Parameter } from '../installation'
import { isObject, type JsonObject, own, ownText } from '../json'
import type { Found } from './operations'
import type { References } from './references'
import { noteSchema } from './schema-notes'

/** What goes into path and query; null where the importer leaves the operation out for it. */
export function readParameters(
  { name, item, operation, path }: Found & { name: string },
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
      const where = `${name}: ${key}`
      const schema = references.fill(own(parameter, 'schema') ?? {}, where)
      parameters.push(toParameter({ parameter, key, place, schema }, where, acting))
    }
  }
  return isFilled(path, parameters) ? parameters : refusedFor(name, path, acting)
}

const listOf = (holder: JsonObject): unknown[] => {
  const parameters = own(holder, 'parameters')
  return Array.isArray(parameters) ? parameters : []
}

type Given = { parameter: JsonObject; key: string; place: 'path' | 'query'; schema: unknown }

function toParameter(
  { parameter, key, place, schema: filled }: Given,
  where: string,
  acting: Acting,
): Parameter {
  const schema = isObject(filled) ? filled : {}
  const description = ownText(parameter, 'description') ?? ownText(schema, 'description') ?? ''
  if (description.length > (acting.profile.openApi?.longestParameterDescription ?? 700)) {
    acting.report.note('parameter_description_too_long', { where })
  }
  noteSchema(schema, { where }, acting)
  return {
    name: key,
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
