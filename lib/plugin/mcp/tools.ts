import type { Operation } from '../catalog'
import { type JsonSchema, jsonSchemaOf } from '../fields'
import type { Effect } from '../operation'
import type { Plugin } from '../plugin'
import { viewUri } from '../view'
import { isRecord } from './message'
import { profileOperation } from './profile'

export type Tool = { operation: Operation; definition: ToolDefinition }

export type ToolDefinition = {
  name: string
  title: string
  description: string
  inputSchema: JsonSchema
  outputSchema: JsonSchema
  annotations: Record<string, boolean>
  securitySchemes: SecurityScheme[]
  _meta: Record<string, unknown>
}

type SecurityScheme = { type: 'noauth' } | { type: 'oauth2'; scopes: string[] }

/** The tools in the catalog's order, then the one by which a host tells accounts apart. */
export function toolsOf(plugin: Plugin): Map<string, Tool> {
  const operations = plugin.profile
    ? [...plugin.catalog.operations, profileOperation(plugin.profile)]
    : plugin.catalog.operations
  const told = new Set<string>()
  return new Map(
    operations.map((operation) => {
      const tool = toTool(operation)
      const definition = { ...tool, outputSchema: tellOnce(tool.outputSchema, told) }
      return [operation.name, { operation, definition }]
    }),
  )
}

export function toTool(operation: Operation): ToolDefinition {
  const securitySchemes = securityOf(operation)
  return {
    name: operation.name,
    title: operation.summary,
    description: operation.description,
    inputSchema: jsonSchemaOf(operation.input, 'input'),
    outputSchema: jsonSchemaOf(operation.output, 'output'),
    annotations: hintsOf(operation.effect),
    securitySchemes,
    // Hosts that drop members they do not know keep _meta (OpenAI's rule).
    _meta: { securitySchemes, ...operation.meta, ...viewMeta(operation) },
  }
}

// Every change stays inside the person's own account, so no tool reaches into an open world.
const hintsOf = (effect: Effect) => ({
  readOnlyHint: effect === 'read',
  destructiveHint: effect === 'destroy',
  openWorldHint: false,
})

// With both schemes a host calls without an account, and with it once there is one.
const securityOf = ({ scope }: Operation): SecurityScheme[] =>
  scope
    ? [{ type: 'oauth2', scopes: [scope] }]
    : [{ type: 'noauth' }, { type: 'oauth2', scopes: [] }]

/**
 * The list is read as one: what a field of a result means is said where the field first occurs, and not
 * again for each operation that answers with the same thing.
 */
function tellOnce(schema: JsonSchema, told: Set<string>): JsonSchema {
  const lean: JsonSchema = { ...schema }
  if (isRecord(schema.items)) lean.items = tellOnce(schema.items, told)
  if (!isRecord(schema.properties)) return lean
  const properties: JsonSchema = {}
  for (const [name, value] of Object.entries(schema.properties)) {
    const { description, ...rest } = tellOnce(value as JsonSchema, told)
    const saying = `${name}: ${description}`
    properties[name] = description && !told.has(saying) ? { ...rest, description } : rest
    told.add(saying)
  }
  lean.properties = properties
  return lean
}

function viewMeta({ view }: Operation) {
  if (!view) return {}
  const resourceUri = viewUri(view)
  return {
    ui: { resourceUri, visibility: ['model', 'app'] },
    'ui/resourceUri': resourceUri,
    'openai/outputTemplate': resourceUri,
  }
}
