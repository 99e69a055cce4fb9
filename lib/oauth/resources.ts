import { env } from '@/lib/env'
import { apiResource, mcpResource } from '@/lib/resources'
import { aboutScope, allScopes, isScope } from '@/lib/scopes'

/** What a token of ours can be made for. */
export const resources = (): string[] => [apiResource(env().origin), mcpResource(env().origin)]

/** For clients that do not say: those that came before RFC 8707 call the API, most of them. */
export const defaultResource = (surface: unknown): string =>
  surface === 'mcp' ? mcpResource(env().origin) : apiResource(env().origin)

export const isOptional = (scope: string): boolean => isScope(scope) && !!aboutScope(scope).optional

/** Asked for when a client sends no scope, as hosts of 2023 do: what the service itself offers. */
export const defaultScopes = allScopes.filter(
  (scope) => !aboutScope(scope).standard && !isOptional(scope),
)

export const resourceMetadata = (resource: string) => ({
  resource,
  authorization_servers: [env().origin],
  // offline_access is the client's matter with the authorization server (MCP 2026-07-28).
  scopes_supported: allScopes.filter((scope) => scope !== 'offline_access'),
  bearer_methods_supported: ['header'],
  resource_documentation: `${env().origin}/docs`,
  resource_policy_uri: `${env().origin}/privacy`,
  resource_tos_uri: `${env().origin}/legal`,
})
