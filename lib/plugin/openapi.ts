import type { ErrorCode } from '@/lib/errors'
import { statusOfCode } from '@/lib/errors'
import { aboutScope, allScopes, type Scope } from '@/lib/scopes'
import type { Operation } from './catalog'
import { type JsonSchema, jsonSchemaOf } from './fields'
import type { Plugin } from './plugin'
import { titles } from './problem'

export type About = {
  title: string
  description: string
  contactEmail: string
  supportUrl: string
  legalUrl: string
}

type Document = { [key: string]: unknown }

/**
 * OpenAPI 3.1.1: what GPT Actions' importer and Microsoft 365 accept (flat bodies, no unions, one
 * security scheme, texts of at most 200 characters), and LangChain, which throws on 3.1.0.
 */
export function toOpenApi(plugin: Plugin, about: About): Document {
  const origin = plugin.origin()
  return {
    openapi: '3.1.1',
    info: {
      title: about.title,
      description: about.description,
      version: '1.0.0',
      contact: { email: about.contactEmail, url: about.supportUrl },
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
      termsOfService: about.legalUrl,
    },
    servers: [{ url: `${origin}/api` }],
    paths: toPaths(plugin.catalog.operations),
    components: {
      schemas: {
        Problem: problemSchema,
        ...(plugin.catalog.operations.some(({ confirm }) => confirm) && { Waiting: waitingSchema }),
      },
      securitySchemes: { account: toSecurityScheme(origin, plugin.catalog.operations) },
    },
  }
}

function toPaths(operations: Operation[]): Document {
  const paths: Record<string, Document> = {}
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: toOperation(operation),
    }
  }
  return paths
}

export function toOperation(operation: Operation): Document {
  const parameters = operation.fields
    .filter((field) => placeOf(operation, field.name) !== 'body')
    .map((field) => ({
      name: field.name,
      in: placeOf(operation, field.name),
      required: field.required,
      description: field.description,
      schema: field.schema,
    }))
  const body = operation.method === 'GET' ? null : toBodySchema(operation)
  return {
    operationId: operation.name,
    summary: operation.summary,
    description: operation.description,
    'x-openai-isConsequential': operation.effect !== 'read',
    ...(operation.examples.length > 0 && { 'x-example-prompts': operation.examples }),
    security: operation.scope ? [{ account: [operation.scope] }] : [{}, { account: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    }),
    responses: toResponses(operation),
  }
}

function placeOf(operation: Operation, name: string): 'path' | 'query' | 'body' {
  if (operation.path.includes(`{${name}}`)) return 'path'
  return operation.method === 'GET' ? 'query' : 'body'
}

function toBodySchema(operation: Operation): JsonSchema | null {
  const fields = operation.fields.filter((field) => placeOf(operation, field.name) === 'body')
  if (fields.length === 0) return null
  const required = fields.filter((field) => field.required).map((field) => field.name)
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map(({ name, schema, description }) => [name, { ...schema, description }]),
    ),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

function toResponses(operation: Operation): Document {
  const codes: ErrorCode[] = [
    'invalid_request',
    'invalid_token',
    ...(operation.scope ? (['insufficient_scope'] as const) : []),
    ...(operation.effect === 'read' ? [] : (['idempotency_mismatch'] as const)),
    ...(operation.errors ?? []),
    'too_many_requests',
    'server_error',
  ]
  const responses: Document = {
    200: {
      description: 'Done',
      content: { 'application/json': { schema: jsonSchemaOf(operation.output, 'output') } },
    },
  }
  if (operation.confirm) {
    responses[202] = {
      description: 'Waits for the person; the same call tells later how it ended',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Waiting' } } },
    }
  }
  for (const code of codes) {
    responses[statusOfCode(code)] = {
      description: code === 'idempotency_mismatch' ? aboutKeys : titles[code],
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }
  }
  return responses
}

// Not a parameter: importers of hosts refuse or drop those that go into a header.
const aboutKeys =
  'The header Idempotency-Key (up to 255 characters, kept 24 hours) came with another body before'

const waitingSchema: JsonSchema = {
  type: 'object',
  description: 'Nothing is done before the person says yes.',
  properties: {
    status: { type: 'string', enum: ['confirmation_required', 'pending'] },
    message: { type: 'string' },
    confirmationUrl: { type: 'string', format: 'uri' },
    expiresAt: { type: 'string', format: 'date-time' },
  },
  required: ['status', 'message'],
}

const problemSchema: JsonSchema = {
  type: 'object',
  description: 'What went wrong (RFC 9457). Switch on code, not on the texts.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable name of the error.' },
    detail: { type: 'string', description: 'What to do about it.' },
    errors: {
      type: 'array',
      description: 'The wrong fields, if any.',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, message: { type: 'string' } },
        required: ['field', 'message'],
      },
    },
  },
  required: ['type', 'title', 'status', 'code', 'detail'],
}

function toSecurityScheme(origin: string, operations: Operation[]): Document {
  const used = new Set(operations.flatMap((operation) => operation.scope ?? []))
  const isOwnData = (scope: Scope) => aboutScope(scope).optional && !aboutScope(scope).standard
  const offered = allScopes.filter((scope) => used.has(scope) || isOwnData(scope))
  return {
    type: 'oauth2',
    description: "The person's own account.",
    flows: {
      authorizationCode: {
        authorizationUrl: `${origin}/oauth/authorize`,
        tokenUrl: `${origin}/oauth/token`,
        refreshUrl: `${origin}/oauth/token`,
        scopes: Object.fromEntries(offered.map((scope) => [scope, aboutScope(scope).title])),
      },
    },
  }
}
