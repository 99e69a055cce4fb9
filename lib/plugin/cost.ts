import type { Operation } from './catalog'
import { jsonSchemaOf } from './fields'

/**
 * Tokens that an operation takes of a model's attention before it is ever used: its name, description
 * and input, as hosts put them into the prompt. An estimate: 4.1 characters a token, which is what
 * OpenAI's o200k_base makes of this kind of JSON, give or take a tenth.
 */
export const promptTokens = (operation: Operation): number =>
  toTokens({
    name: operation.name,
    description: operation.description,
    inputSchema: jsonSchemaOf(operation.input, 'input'),
  })

/** Tokens of anything that is sent as JSON; the same estimate. */
export const toTokens = (value: unknown): number => Math.ceil(JSON.stringify(value).length / 4.1)
