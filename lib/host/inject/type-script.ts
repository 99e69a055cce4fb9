import { isObject, type JsonObject, own, ownObject, ownText, ownTexts } from '../json'

/** A JSON Schema as the TypeScript type that a model read in 2023. */
export function toTypeScript(schema: unknown): string {
  const values = own(schema, 'enum')
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' | ')
  const type = ownText(schema, 'type') ?? ownTexts(schema, 'type').find((one) => one !== 'null')
  if (type === 'integer') return 'number'
  if (type === 'string' || type === 'number' || type === 'boolean') return type
  if (type === 'array') return `${toTypeScript(own(schema, 'items'))}[]`
  const properties = ownObject(schema, 'properties')
  return properties === null ? 'any' : toObjectType(properties, ownTexts(schema, 'required'))
}

function toObjectType(properties: JsonObject, required: string[]): string {
  const lines = Object.entries(properties).flatMap(([name, property]) => {
    const description = isObject(property) ? ownText(property, 'description') : null
    const mark = required.includes(name) ? '' : '?'
    const line = `${name}${mark}: ${toTypeScript(property)},`
    return description === null ? [line] : [`// ${description.replaceAll('\n', ' ')}`, line]
  })
  return `{\n${lines.join('\n')}\n}`
}
