import type { Operation } from './installation'
import { isObject, type JsonObject, own, ownObject, ownText, ownTexts } from './json'

/** A field for one property of an input; `json` is for what no other field can hold. */
export type InputField = {
  name: string
  description: string
  required: boolean
  kind: 'text' | 'number' | 'date' | 'choice' | 'boolean' | 'json'
  choices: string[]
}

export function fieldsOf({ inputSchema }: Operation): InputField[] {
  const required = ownTexts(inputSchema, 'required')
  return Object.entries(ownObject(inputSchema, 'properties') ?? {}).map(([name, schema]) => ({
    name,
    description: ownText(schema, 'description') ?? '',
    required: required.includes(name),
    ...kindOf(schema),
  }))
}

function kindOf(schema: unknown): Pick<InputField, 'kind' | 'choices'> {
  const values = own(schema, 'enum')
  const isChoice = Array.isArray(values) && values.every((value) => typeof value === 'string')
  if (isChoice) return { kind: 'choice', choices: values }
  return { kind: kinds[typeOf(schema)] ?? dateOrText(schema), choices: [] }
}

const typeOf = (schema: unknown): string =>
  ownText(schema, 'type') ?? ownTexts(schema, 'type').find((type) => type !== 'null') ?? 'object'

const kinds: Record<string, InputField['kind']> = {
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  array: 'json',
  object: 'json',
}

const dateOrText = (schema: unknown): 'date' | 'text' =>
  ownText(schema, 'format') === 'date' ? 'date' : 'text'

/** What a person typed, as the model would have sent it; an empty field is left out. */
export function readFields(
  fields: InputField[],
  typed: (name: string) => string,
): { input: JsonObject } | { wrong: string } {
  const input: JsonObject = {}
  for (const { name, kind } of fields) {
    const text = typed(name).trim()
    if (text === '') continue
    const value = kind === 'text' || kind === 'date' || kind === 'choice' ? text : toJson(text)
    if (value === undefined) return { wrong: name }
    input[name] = value
  }
  return { input }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** As it stands in its field. */
export const toTyped = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** An input that came by an address; null when it is no object. */
export function parseInput(text: string): JsonObject | null {
  const value = toJson(text)
  return isObject(value) ? value : null
}
