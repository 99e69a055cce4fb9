type Json = unknown

/**
 * The same document for readers of OpenAPI 3.0: LangChain's older loaders and the hosts of 2023.
 * JSON Schema 2020-12 words become the ones that 3.0 knows (OpenAPI 3.0.3 §4.7.24).
 */
export function toOpenApi30(document: Json): Json {
  return { ...(convert(document) as Record<string, Json>), openapi: '3.0.3' }
}

function convert(value: Json, key?: string): Json {
  if (Array.isArray(value)) return value.map((item) => convert(item))
  if (typeof value !== 'object' || value === null) return value
  const result: Record<string, Json> = {}
  for (const [name, inner] of Object.entries(value)) {
    // In a map of properties the names are the API's own, not words of the schema language.
    if (key === 'properties') result[name] = convert(inner)
    else Object.assign(result, convertWord(name, inner))
  }
  return result
}

function convertWord(name: string, value: Json): Record<string, Json> {
  switch (name) {
    case 'const':
      return { enum: [value] }
    case 'exclusiveMinimum':
      return { minimum: value, exclusiveMinimum: true }
    case 'exclusiveMaximum':
      return { maximum: value, exclusiveMaximum: true }
    case 'examples':
      return Array.isArray(value) ? { example: value[0] } : { examples: convert(value) }
    default:
      return { [name]: convert(value, name) }
  }
}
