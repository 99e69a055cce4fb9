import { existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'

const fileOf = (version: string) => `../shared/hosts/schemas/mcp-${version}.schema.json`

/** Whether the published schema of a revision of MCP is at hand. */
export const isSchemaHere = (version: string): boolean => existsSync(fileOf(version))

/** Expects a value to be of a type of that schema. */
export function validatorOf(version: string): (type: string, value: unknown) => void {
  const schema = JSON.parse(readFileSync(fileOf(version), 'utf8'))
  const Reader = schema.$defs ? Ajv2020 : Ajv
  const ajv = new Reader({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(schema, 'mcp')
  const at = schema.$defs ? '$defs' : 'definitions'
  return (type, value) => {
    const validate = ajv.getSchema(`mcp#/${at}/${type}`)
    if (!validate) throw new Error(`${version} has no ${type}`)
    validate(value)
    expect(validate.errors ?? []).toEqual([])
  }
}
