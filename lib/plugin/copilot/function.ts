import type { Operation } from '../catalog'
import type { JsonSchema } from '../fields'
import type { CopilotVersion } from './manifest'
import { toResponseSemantics } from './response'

/** One operation as a function of the manifest; its name is the operationId. */
export const toFunction = (operation: Operation, version: CopilotVersion) => ({
  name: operation.name,
  description: operation.description,
  parameters: toParameters(operation),
  states: {
    reasoning: {
      description: operation.summary,
      examples: operation.examples.map(({ prompt }) => prompt),
    },
  },
  capabilities: {
    confirmation: toConfirmation(operation, version),
    ...(operation.card && { response_semantics: toResponseSemantics(operation, operation.card) }),
    ...(version !== 'v2.1' && { security_info: { data_handling: toDataHandling(operation) } }),
  },
})

function toParameters({ fields }: Operation) {
  const required = fields.filter((field) => field.required).map((field) => field.name)
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map(({ name, schema, description }) => [
        name,
        { ...toParameter(schema), description },
      ]),
    ),
    ...(required.length > 0 && { required }),
  }
}

/** The few words of JSON Schema that the manifest knows. */
function toParameter(schema: JsonSchema): JsonSchema {
  const { type, items, default: preset } = schema
  return {
    type,
    ...(type === 'string' && schema.enum !== undefined && { enum: schema.enum }),
    ...(items !== undefined && { items: toParameter(items as JsonSchema) }),
    ...(preset !== undefined && { default: preset }),
  }
}

function toConfirmation(operation: Operation, version: CopilotVersion) {
  if (operation.effect === 'read') {
    return { type: 'None', ...(version === 'v2.4' && { isNonConsequential: true }) }
  }
  const values = operation.fields
    .filter((field) => field.required)
    .map(({ name }) => `\n* **${toLabel(name)}**: {{function.parameters.${name}}}`)
  return {
    type: 'AdaptiveCard',
    title: operation.summary,
    body: `${operation.description}${values.join('')}`,
  }
}

/** checkIn → Check in */
const toLabel = (name: string): string => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function toDataHandling({ effect, scope }: Operation): string[] {
  if (effect !== 'read') return ['ResourceStateUpdate']
  return [scope === null ? 'GetPublicData' : 'GetPrivateData']
}
