import { countTokens } from 'gpt-tokenizer/encoding/o200k_base'
import type { Operation } from './catalog'
import { jsonSchemaOf } from './fields'

// For tests and `npm run cost`: the tokenizer is too large to run a site with.

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

/** Tokens of anything that is sent as JSON, or of a text as it is. */
export const toTokens = (value: unknown): number =>
  countTokens(typeof value === 'string' ? value : JSON.stringify(value))
