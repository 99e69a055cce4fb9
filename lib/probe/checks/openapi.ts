import { dislike } from '../finding'
import { type Json, readJson, typeOf, type Walk } from '../walk'
import { listOf } from './discovery'

type Operation = Json & { path: string; method: string }

const methods = ['get', 'post', 'put', 'patch', 'delete']

async function readOperations(walk: Walk, path: string) {
  const document = await walk.json(path)
  const operations = Object.entries((document.paths ?? {}) as Record<string, Json>).flatMap(
    ([where, item]) =>
      methods
        .filter((method) => item[method])
        .map((method): Operation => ({ ...(item[method] as Json), path: where, method })),
  )
  return { document, operations }
}

/** What the importer of custom GPTs takes, in its own words where it has them. */
export async function isImportable(walk: Walk): Promise<string> {
  const { document, operations } = await readOperations(walk, '/openapi.json')
  const components = (document.components ?? {}) as Json
  const server = String((listOf(document.servers)[0] as Json | undefined)?.url)
  const rules: [isKept: boolean, message: string][] = [
    [/^3\.1\.[01]$/.test(String(document.openapi)), 'Input should be "3.1.1" or "3.1.0".'],
    [server.startsWith(walk.origin), 'None of the provided servers is under the root origin.'],
    [operations.length > 0, 'There is no operation.'],
    [operations.length <= 30, 'OpenAPI spec can have a maximum of 30 operations.'],
    [isObject(components.schemas), 'In components section, schemas subsection is not an object.'],
    [Object.keys(components.securitySchemes ?? {}).length <= 1, 'Found multiple security schemes.'],
    ...operations.flatMap(toRules),
  ]
  const broken = rules.find(([isKept]) => !isKept)
  if (broken)
    dislike(
      `The importer would say: ${broken[1]}`,
      'Change the operation, or what rewrites the document between.',
    )
  return `${operations.length} operations that the importer takes.`
}

function toRules(operation: Operation): [isKept: boolean, message: string][] {
  const at = `${operation.method.toUpperCase()} ${operation.path}`
  const long = (limit: number, text: unknown) => String(text ?? '').length <= limit
  const parameters = listOf(operation.parameters) as Json[]
  return [
    [
      Boolean(operation.operationId),
      `In path ${operation.path}, method ${operation.method} is missing operationId; skipping.`,
    ],
    [long(300, operation.description), `${at}: description is longer than 300.`],
    [long(300, operation.summary), `${at}: summary is longer than 300.`],
    [
      typeof operation['x-openai-isConsequential'] === 'boolean',
      `${at}: x-openai-isConsequential is missing.`,
    ],
    ...parameters.flatMap((one): [boolean, string][] => [
      [typeof one.name === 'string', `${at}: parameter has missing or non-string name; skipping.`],
      [one.in !== 'header', `${at}: parameter ${one.name} has location header; ignoring.`],
      [long(700, one.description), `${at}: a parameter’s description is longer than 700.`],
    ]),
    [schemasOf(operation).every(hasProperties), `${at}: object schema missing properties.`],
  ]
}

const hasProperties = (schema: Json): boolean =>
  schema.type !== 'object' || isObject(schema.properties)

const bodyOf = ({ requestBody }: Operation): Json | undefined =>
  ((requestBody as Json | undefined)?.content as Record<string, Json> | undefined)?.[
    'application/json'
  ]?.schema as Json | undefined

const schemasOf = (operation: Operation): Json[] => [bodyOf(operation) ?? []].flat()

/** Microsoft 365 reads request bodies without nesting and choices. */
export async function isFlat(walk: Walk): Promise<string> {
  const { operations } = await readOperations(walk, '/openapi-3.0.json')
  for (const operation of operations) {
    const said = JSON.stringify([schemasOf(operation), operation.parameters ?? []])
    const word = /"(oneOf|anyOf|allOf|\$ref)":/.exec(said)?.[1]
    const properties = schemasOf(operation).flatMap((one) => Object.values(one.properties ?? {}))
    const isNested = properties.some((one) => (one as Json).type === 'object')
    if (word || isNested) {
      dislike(
        `${String(operation.operationId)} takes ${word ?? 'an object inside of an object'}.`,
        'Make its input flat.',
      )
    }
  }
  return 'Every request is flat.'
}

/** A 401 as JSON makes the host offer to sign in; a page or a redirect does not. */
export async function asksToSignIn(walk: Walk): Promise<string> {
  const { document, operations } = await readOperations(walk, '/openapi.json')
  const guarded = operations.find(
    ({ method, path, security }) =>
      method === 'get' &&
      !path.includes('{') &&
      needsAccount(listOf(security ?? document.security)),
  )
  if (!guarded) return 'No operation to look at needs an account.'
  const server = new URL(String((listOf(document.servers)[0] as Json).url))
  const path = server.pathname.replace(/\/$/, '') + guarded.path
  const answer = await walk.ask(path)
  if (answer.status !== 401 || !/json/.test(typeOf(answer))) {
    dislike(
      `${path} answers ${answer.status} ${typeOf(answer)} to who is not signed in.`,
      'The host waits for 401 as JSON: let nothing between redirect or answer by a page.',
    )
  }
  return `${path} answers 401 as JSON.`
}

// An empty one among them lets everybody in.
const needsAccount = (ways: unknown[]): boolean =>
  ways.length > 0 && ways.every((way) => Object.keys(way as object).length > 0)

/** Microsoft 365: each function of the manifest is an operation of the document. */
export async function matchesTheManifest(walk: Walk): Promise<string> {
  const path = '/copilot/ai-plugin.json'
  const manifest = readJson(path, await walk.ask(path))
  const { operations } = await readOperations(walk, '/openapi-3.0.json')
  const known = new Set(operations.map(({ operationId }) => operationId))
  const names = (listOf(manifest.functions) as Json[]).map(({ name }) => String(name))
  const unknown = names.filter((name) => !known.has(name))
  if (names.length === 0 || unknown.length > 0) {
    dislike(
      `The manifest names ${unknown.join(', ').slice(0, 200) || 'no function'}, and the OpenAPI document does not.`,
      'Serve both from one release.',
    )
  }
  if (
    !/^v2\.[1-4]$/.test(String(manifest.schema_version)) ||
    !/^[A-Za-z0-9]+$/.test(String(manifest.namespace))
  ) {
    dislike('schema_version or namespace is not as the schema has it.', 'Update this site.')
  }
  return `${names.length} functions, each an operation.`
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null
