import { readExamples } from '../examples'
import type { Acting } from '../install'
import type { Operation } from '../installation'
import { isObject, type JsonObject, own, ownObject, ownText } from '../json'
import { readInput } from './input'
import type { References } from './references'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Members of a path that are no methods. */
const beside = new Set(['parameters', 'summary', 'description', 'servers', '$ref'])

/** As many as this playground takes of a host that names no limit. */
const mostAnywhere = 300

/** The operations as the host sees them, without those it leaves out. */
export function readOperations(
  document: JsonObject,
  references: References,
  acting: Acting,
): Operation[] {
  const { report, profile } = acting
  const found = listOperations(document, references, acting)
  const most = profile.openApi?.mostOperations ?? mostAnywhere
  if (found.length > most) {
    report.refuse('too_many_operations', {
      where: `${found.length}`,
      ...(profile.openApi?.strict && {
        asHostSays: `OpenAPI spec can have a maximum of ${most} operations`,
      }),
    })
  }
  const operations = new Map<string, Operation>()
  const isOpenAtLarge = isEmptyList(own(document, 'security'))
  for (const each of found) {
    const operation = readOperation({ ...each, isOpenAtLarge }, references, acting)
    if (operation === null) continue
    if (operations.has(operation.name)) report.note('operation_id_twice', { where: operation.name })
    else operations.set(operation.name, operation)
  }
  if (operations.size === 0) report.refuse('no_operations')
  return [...operations.values()]
}

export type Found = { path: string; method: string; item: JsonObject; operation: JsonObject }

function listOperations(document: JsonObject, references: References, { report }: Acting): Found[] {
  const paths = ownObject(document, 'paths') ?? {}
  return Object.entries(paths).flatMap(([path, value]) => {
    const item = references.follow(value, path)
    if (item === null || !path.startsWith('/') || path.length > 2048) return []
    return Object.entries(item).flatMap(([method, operation]) => {
      if (beside.has(method) || method.startsWith('x-')) return []
      if (!methods.some((known) => known.toLowerCase() === method)) {
        report.note('unrecognized_method', {
          where: `${method} ${path}`,
          asHostSays: `Path ${path} has unrecognized method ${method}; skipping`,
        })
        return []
      }
      return isObject(operation) ? [{ path, method, item, operation }] : []
    })
  })
}

function readOperation(
  found: Found & { isOpenAtLarge: boolean },
  references: References,
  acting: Acting,
): Operation | null {
  const { path, method, operation, isOpenAtLarge } = found
  const name = ownText(operation, 'operationId')
  if (name === null || name.length > 200) {
    acting.report.note('operation_id_missing', {
      where: `${method} ${path}`,
      asHostSays: `In path ${path}, method ${method} is missing operationId; skipping`,
    })
    return null
  }
  checkDescriptions(name, operation, acting)
  const input = readInput({ ...found, name }, references, acting)
  if (input === null) return null
  const security = own(operation, 'security')
  const isConsequential = own(operation, 'x-openai-isConsequential')
  return {
    name,
    title: ownText(operation, 'summary'),
    method: method.toUpperCase() as Operation['method'],
    path,
    description: ownText(operation, 'description') ?? ownText(operation, 'summary') ?? '',
    ...input,
    isConsequential: typeof isConsequential === 'boolean' ? isConsequential : null,
    isOpen: security === undefined ? isOpenAtLarge : isEmptyList(security),
    hints: null,
    viewUri: null,
    examples: readExamples(own(operation, 'x-example-prompts')),
  }
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

function checkDescriptions(name: string, operation: JsonObject, { profile, report }: Acting): void {
  const limit = profile.openApi?.longestDescription ?? Number.POSITIVE_INFINITY
  for (const field of ['description', 'summary']) {
    const { length } = ownText(operation, field) ?? ''
    if (length <= limit) continue
    const details = {
      where: `${name}: ${field}`,
      asHostSays: `${name}: ${field} has length ${length} exceeding limit of ${limit}`,
    }
    if (profile.openApi?.strict) report.refuse('description_too_long', details)
    report.note('description_too_long', { where: details.where })
  }
}
