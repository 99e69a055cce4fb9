import { z } from 'zod'
import type { Tx } from '@/lib/data/db'
import type { Scope } from '@/lib/scopes'
import { type Field, fieldsOf } from './fields'
import type { Method, OperationDefinition } from './operation'

export type Operation = OperationDefinition & {
  /** The operationId, the tool's name and the function's name. */
  name: string
  fields: Field[]
}

export type Catalog = {
  operations: Operation[]
  /** Every scope that an operation needs: what a person is asked for when an app connects. */
  scopes: Scope[]
  /** The operation at a path below `/api` with its path parameters, or the methods it has. */
  match(method: string, path: string): Match
  personal?: PersonalData
  review?: ReviewData
}

/** What the service keeps of a person: it alone knows. */
export type PersonalData = {
  /** By name, everything, for the person to take along. */
  download: (accountId: string) => Promise<Record<string, unknown>>
  /** Removes it, or what names the person in what must be kept, when the account is deleted. */
  forget: (tx: Tx, accountId: string) => Promise<void>
}

/** What a host's reviewer is given, so that every example shows something. */
export type ReviewData = {
  /** Puts something to look at into an account that was just made. */
  furnish: (accountId: string) => Promise<void>
  /** By operation, an input that works in this account now, for what an example cannot know. */
  samples: (accountId: string) => Promise<Record<string, Record<string, unknown>>>
}

type Match =
  | { operation: Operation; parameters: Record<string, string> }
  | { operation: null; allowed: Method[] }

/** The keys become the operations' names, so a name is written once. */
export function createCatalog(
  definitions: Record<string, OperationDefinition>,
  personal?: PersonalData,
  review?: ReviewData,
): Catalog {
  const operations = Object.entries(definitions).map(([name, definition]) => {
    check(name, definition)
    const input = z.strictObject({
      ...definition.input.shape,
      ...(isTold(definition) && { again }),
    })
    return { ...definition, input, name, fields: fieldsOf(input) }
  })
  return catalogOf(operations, { ...(personal && { personal }), ...(review && { review }) })
}

/** The part of a catalog whose operations `keeps` names; the very same one for the same part. */
export function only(catalog: Catalog, keeps: (operation: string) => boolean): Catalog {
  const operations = catalog.operations.filter(({ name }) => keeps(name))
  if (operations.length === catalog.operations.length) return catalog
  const known = parts.get(catalog) ?? new Map<string, Catalog>()
  parts.set(catalog, known)
  const key = operations.map(({ name }) => name).join()
  const part = known.get(key) ?? catalogOf(operations, catalog)
  known.set(key, part)
  return part
}

const parts = new WeakMap<Catalog, Map<string, Catalog>>()

function catalogOf(
  operations: Operation[],
  { personal, review }: Pick<Catalog, 'personal' | 'review'>,
): Catalog {
  const routes = operations.map((operation) => ({ operation, pattern: patternOf(operation.path) }))
  return {
    operations,
    ...(personal && { personal }),
    ...(review && { review }),
    scopes: [...new Set(operations.flatMap(({ scope }) => scope ?? []))],
    match(method, path) {
      const allowed: Method[] = []
      for (const { operation, pattern } of routes) {
        const found = pattern.exec(path)
        if (!found) continue
        if (operation.method === method) return { operation, parameters: { ...found.groups } }
        allowed.push(operation.method)
      }
      return { operation: null, allowed }
    },
  }
}

const again = z.boolean().optional().describe('true for one more of the same')

/** Whether the same call is a retry unless it says otherwise. */
const isTold = ({ effect, repeats }: OperationDefinition) => effect !== 'read' && !repeats

function check(
  name: string,
  { effect, effects, confirm, scope, input, output }: OperationDefinition,
) {
  const isOutcome = 'status' in output.shape && 'message' in output.shape
  const complain = (what: string) => {
    throw new Error(`${name}: ${what}`)
  }
  if (effect !== 'read' && 'again' in input.shape) complain('"again" is the plugin’s own word')
  if ((confirm || effects === 'elsewhere') && !isOutcome) complain('its output must be an outcome')
  if (confirm && (scope === null || effect === 'read'))
    complain('there is nobody or nothing to ask')
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
