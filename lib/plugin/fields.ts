import { z } from 'zod'

export type JsonSchema = { [key: string]: unknown }

/** One input of an operation, as a query, a form or a parameter list needs it. */
export type Field = {
  name: string
  type: string
  required: boolean
  description: string
  schema: JsonSchema
}

/**
 * The JSON Schema of a flat object; `io` says whether before or after defaults. Without what zod adds
 * and no reader needs: the bounds of every integer, the pattern behind a format, and that an answer
 * holds nothing more than is described, unless it was written down as strict.
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    override({ zodSchema, jsonSchema }) {
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern
      const { def } = zodSchema._zod
      if (io === 'output' && def.type === 'object' && !def.catchall) {
        delete jsonSchema.additionalProperties
      }
    },
  })
  return rest
}

export function fieldsOf(input: z.ZodObject): Field[] {
  const { properties = {}, required = [] } = jsonSchemaOf(input, 'input') as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    type: String(schema.type),
    required: required.includes(name),
    description: String(description ?? ''),
    schema,
  }))
}

/** A query carries text only; a number or boolean is read as its field's type says. */
export function fromText(type: string | undefined, text: string): unknown {
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}
