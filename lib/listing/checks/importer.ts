import type { Check, Facts, Finding } from './facts'

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every object in a document, and where. */
function* nodesIn(value: unknown, path = '', seen = new Set<unknown>()): Generator<[string, Node]> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  if (isNode(value)) yield [path, value]
  const inside = new Set(seen).add(value)
  for (const [key, inner] of Object.entries(value)) yield* nodesIn(inner, `${path}/${key}`, inside)
}

type Described = { path: string; method: string; operation: Node }

const methods = ['get', 'post', 'put', 'patch', 'delete']

function describedIn(document: Node): Described[] {
  if (!isNode(document.paths)) return []
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(isNode(item) ? item : {}).flatMap(([method, operation]) =>
      isNode(operation) ? [{ path, method, operation }] : [],
    ),
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : [])

/** What the importer of GPT Actions refuses, in its own words where they are known. */
const importerRules: [
  id: string,
  says: string,
  find: (document: Node, origin: string) => string | null,
][] = [
  [
    'version',
    'The document is OpenAPI 3.1.0 or 3.1.1',
    ({ openapi }) =>
      openapi === '3.1.0' || openapi === '3.1.1' ? null : `It is ${String(openapi)}.`,
  ],
  [
    'operations',
    'It has at most 30 operations, each with an operationId and a method that is known',
    (document) => {
      const all = describedIn(document)
      if (all.length > 30) return `It has ${all.length}.`
      const nameless = all.find(({ operation }) => !textOf(operation.operationId))
      if (nameless) return `${nameless.method} ${nameless.path} has no operationId.`
      const strange = all.find(({ method }) => !methods.includes(method))
      return strange ? `${strange.path} has the method ${strange.method}.` : null
    },
  ],
  [
    'texts',
    'Descriptions of operations have at most 200 characters, of parameters too',
    (document) => {
      for (const { operation } of describedIn(document)) {
        const told = [operation, ...listOf(operation.parameters)]
        for (const { description, summary, name } of told) {
          const length = Math.max(textOf(description).length, textOf(summary).length)
          if (length <= 200) continue
          return `${textOf(operation.operationId)} ${textOf(name)} has ${length}.`
        }
      }
      return null
    },
  ],
  [
    'parameters',
    'Parameters are written out, and none is a header',
    (document) => {
      for (const { operation } of describedIn(document)) {
        for (const parameter of listOf(operation.parameters)) {
          if ('$ref' in parameter) return `${textOf(operation.operationId)} has a $ref.`
          if (parameter.in === 'header') return `${textOf(parameter.name)} goes into a header.`
        }
      }
      return null
    },
  ],
  [
    'schemas',
    'There is components.schemas, every object has properties, and nothing is recursive',
    (document) => {
      const components = isNode(document.components) ? document.components : {}
      if (!isNode(components.schemas)) return 'components.schemas is missing.'
      for (const [path, node] of nodesIn(document)) {
        if (node.type === 'object' && !isNode(node.properties)) return `${path} has no properties.`
      }
      const loop = Object.entries(components.schemas).find(([name, schema]) =>
        JSON.stringify(schema).includes(`"#/components/schemas/${name}"`),
      )
      return loop ? `${loop[0]} refers to itself.` : null
    },
  ],
  [
    'server',
    'There is one server, and it is under the site’s origin',
    ({ servers }, origin) => {
      const urls = listOf(servers).map(({ url }) => textOf(url))
      if (urls.length !== 1) return `It has ${urls.length} servers.`
      return urls[0]?.startsWith(`${origin}/`) ? null : `It is ${urls[0]}.`
    },
  ],
  [
    'security',
    'There is one security scheme, and its addresses are on the site’s own domain',
    ({ components }, origin) => {
      const schemes = isNode(components) ? components.securitySchemes : undefined
      const all = Object.values(isNode(schemes) ? schemes : {})
      if (all.length !== 1) return `It has ${all.length}.`
      for (const [, node] of nodesIn(all)) {
        for (const url of [node.authorizationUrl, node.tokenUrl, node.refreshUrl]) {
          if (url !== undefined && !textOf(url).startsWith(`${origin}/`)) return `It names ${url}.`
        }
      }
      return null
    },
  ],
  [
    'consequential',
    'Every operation says whether it is consequential',
    (document) => {
      const silent = describedIn(document).find(
        ({ operation }) => typeof operation['x-openai-isConsequential'] !== 'boolean',
      )
      return silent ? `${textOf(silent.operation.operationId)} does not.` : null
    },
  ],
]

const fix = 'Change the operation’s definition; the document is made from it.'

const found = (what: string | null): Finding | null =>
  what === null ? null : { found: what, fix, href: '/openapi.json' }

const flat = ({ openApi }: Facts): Finding | null => {
  for (const { operation } of describedIn(openApi)) {
    const id = textOf(operation.operationId)
    for (const [path, node] of nodesIn([operation.requestBody, operation.parameters])) {
      const word = ['anyOf', 'oneOf', 'allOf'].find((one) => one in node)
      if (word) return found(`${id} takes ${word}.`)
      if (node.type === 'object' && path.includes('/properties/')) {
        return found(`${id} takes an object inside an object.`)
      }
    }
  }
  return null
}

export const importerChecks: Check[] = [
  ...importerRules.map(
    ([id, says, find]): Check => ({
      id: `openapi ${id}`,
      hosts: id === 'texts' ? ['gpt-action', 'plugin-2023'] : ['gpt-action'],
      says,
      fact: 'OpenAI, importer of GPT Actions; manifest v1 (200 characters)',
      look: ({ openApi, origin }) => found(find(openApi, origin)),
    }),
  ),
  {
    id: 'openapi flat',
    hosts: ['m365'],
    says: 'Operations take no unions and no objects inside objects',
    fact: 'Microsoft, known issues of API plugins',
    look: flat,
  },
]
