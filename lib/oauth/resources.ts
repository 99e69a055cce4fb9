import { env } from '@/lib/env'
import { aboutScope, allScopes, isScope } from '@/lib/scopes'

/** RFC 8707 resource indicators that a token can be made for, each an exact string. */
export const apiResource = (): string => `${env().origin}/api`

export const isResource = (identifier: string): boolean => identifier === apiResource()

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
