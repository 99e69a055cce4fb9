import { countTokens } from 'gpt-tokenizer/encoding/o200k_base'
import type { Operation } from './catalog'
import { toFunction } from './copilot/function'
import { jsonSchemaOf } from './fields'
import { toOperation } from './openapi'

// The tokenizer is large: only the page that shows these figures loads it.

/** Tokens of the largest answer, where an operation says nothing else. */
export const ordinaryBudget = 2500

/**
 * Tokens that an operation takes of a model's attention before it is ever used: its name, description
 * and input, as hosts put them into the prompt.
 */
export const promptTokens = (operation: Operation): number =>
  toTokens({
    name: operation.name,
    description: operation.description,
    inputSchema: jsonSchemaOf(operation.input, 'input'),
  })

/** The same where a host makes the prompt of the OpenAPI document: without what it answers. */
export function openApiTokens(operation: Operation): number {
  const { responses: _, security: __, ...read } = toOperation(operation)
  return toTokens(read)
}

/** The same where a host reads the Microsoft 365 manifest. */
export function copilotTokens(operation: Operation): number {
  const { name, description, parameters } = toFunction(operation, 'v2.4')
  return toTokens({ name, description, parameters })
}

/** Tokens of anything that is sent as JSON, or of a text as it is. */
export const toTokens = (value: unknown): number =>
  countTokens(typeof value === 'string' ? value : JSON.stringify(value))
