import type { Acting } from '../install'
import type { Operation, Parameter } from '../installation'
import { isObject, type JsonObject, own, ownObject, ownText, ownTexts } from '../json'
import type { Found } from './operations'
import { readParameters } from './parameters'
import type { References } from './references'
import { noteSchema } from './schema-notes'

type Input = Pick<Operation, 'parameters' | 'inputSchema' | 'bodyType'>

/** One flat object of what the model fills in: parameters, then the body's properties. */
export function readInput(
  found: Found & { name: string },
  references: References,
  acting: Acting,
): Input | null {
  const { name } = found
  const parameters = readParameters(found, references, acting)
  if (parameters === null) return null
  const body = readBody(found, references, acting)
  for (const property of body?.properties ?? []) {
    const isTaken = parameters.some((parameter) => parameter.name === property.name)
    if (isTaken) acting.report.note('parameter_unusable', { where: `${name}: ${property.name}` })
    else parameters.push(property)
  }
  return {
    parameters,
    bodyType: body?.type ?? null,
    inputSchema: {
      type: 'object',
      properties: Object.fromEntries(
        parameters.map(({ name: key, schema, description }) => [
          key,
          description === '' ? schema : { ...schema, description },
        ]),
      ),
      required: parameters.filter(({ required }) => required).map(({ name: key }) => key),
    },
  }
}

type Body = { type: NonNullable<Operation['bodyType']>; properties: Parameter[] }

function readBody(
  { name, operation }: Found & { name: string },
  references: References,
  acting: Acting,
): Body | null {
  if (own(operation, 'requestBody') === undefined) return null
  const body = references.follow(own(operation, 'requestBody'), name)
  const content = ownObject(body, 'content') ?? {}
  const types = Object.keys(content)
  const json = types.find((type) => /^application\/([\w.-]+\+)?json\b/i.test(type))
  const form = types.find((type) => /^application\/x-www-form-urlencoded\b/i.test(type))
  const type = json ?? form
  if (type === undefined) {
    acting.report.note('body_type', { where: `${name}: ${types.join(', ')}` })
    return null
  }
  const schema = references.fill(own(content[type], 'schema') ?? {}, name)
  if (!isObject(schema)) return null
  noteSchema(schema, { where: `${name}: body` }, acting)
  return {
    type: json === undefined ? 'application/x-www-form-urlencoded' : 'application/json',
    properties: toProperties(schema, own(body, 'required') === true),
  }
}

/** The properties of the body, also where allOf puts them together. */
function toProperties(schema: JsonObject, isRequired: boolean): Parameter[] {
  const parts = [schema, ...(Array.isArray(schema.allOf) ? schema.allOf : [])].filter(isObject)
  const required = isRequired ? parts.flatMap((part) => ownTexts(part, 'required')) : []
  return parts.flatMap((part) =>
    Object.entries(ownObject(part, 'properties') ?? {}).map(([name, property]) => ({
      name,
      in: 'body' as const,
      required: required.includes(name),
      description: ownText(property, 'description') ?? '',
      schema: isObject(property) ? property : {},
      explode: true,
    })),
  )
}
