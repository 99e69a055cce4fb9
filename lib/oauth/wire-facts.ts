import type { IncomingMessage } from 'node:http'
import type { KoaContextWithOIDC } from 'oidc-provider'
import type { Said } from '@/lib/attempts/facts'
import { ClientRefused } from './clients/refused'
import { sentType } from './wire'

/** What a registration request said, and what it was answered. */
export const saidToRegister = (
  request: IncomingMessage,
  body: Record<string, unknown>,
  answer: Answer,
): Said => ({
  ...answer,
  agent: request.headers['user-agent'],
  content_type: sentType(request),
  protocol: request.headers['mcp-protocol-version'],
  redirect_uri: body.redirect_uris,
  grant_type: body.grant_types,
  auth: body.token_endpoint_auth_method,
  scope: body.scope,
})

type Answer = { status: number; error?: string }

/** What an authorization request asked for; `error` is what it failed with. */
export function saidToAuthorize(ctx: KoaContextWithOIDC, error?: Error): Said {
  const { params = {}, client } = ctx.oidc
  const isRegistered = client?.redirectUris?.includes(String(params.redirect_uri))
  return {
    error: codeOf(error),
    agent: ctx.get('user-agent'),
    response_type: params.response_type,
    redirect_uri: params.redirect_uri,
    registered: isRegistered ? undefined : client?.redirectUris,
    pkce: params.code_challenge ? (params.code_challenge_method ?? 'plain') : 'none',
    prompt: params.prompt,
    scope: params.scope,
    resource: params.resource,
  }
}

/** Where the client's document lies, and what came of fetching it. */
export function saidByDocument(ctx: KoaContextWithOIDC, error?: Error): Said {
  const { status, code } = (error instanceof ClientRefused && error.outbound) || {}
  return { document: ctx.oidc.params?.client_id, status, error: code }
}

/** What a token request said, and what it was answered. */
export function saidForToken(ctx: KoaContextWithOIDC, error?: Error): Said {
  const body: Record<string, unknown> = ctx.oidc.body ?? {}
  const { client } = ctx.oidc
  const auth = authOf(ctx.get('authorization'), body)
  return {
    status: statusOf(error),
    error: codeOf(error),
    agent: ctx.get('user-agent'),
    content_type: sentType(ctx.req),
    grant_type: body.grant_type,
    redirect_uri: body.redirect_uri,
    auth,
    registered_auth: client?.clientAuthMethod === auth ? undefined : client?.clientAuthMethod,
    pkce: body.code_verifier ? 'verifier' : 'none',
    resource: body.resource,
  }
}

function authOf(authorization: string, body: Record<string, unknown>): string {
  if (/^basic /i.test(authorization)) return 'client_secret_basic'
  if (body.client_assertion) return 'private_key_jwt'
  return body.client_secret ? 'client_secret_post' : 'none'
}

const codeOf = (error?: Error): unknown => error && 'error' in error && error.error

const statusOf = (error?: Error): unknown =>
  error ? 'statusCode' in error && error.statusCode : 200
