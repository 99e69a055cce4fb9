/** RFC 8707: what a token is made for, each an exact string; RFC 9728 §3: also the URL called. */
export const apiResource = (origin: string): string => `${origin}/api`

export const mcpResource = (origin: string): string => `${origin}/mcp`

/** RFC 9728 §3.1: the well-known part stands between the host and the path. */
export function resourceMetadataUrl(resource: string): string {
  const { origin, pathname } = new URL(resource)
  return `${origin}/.well-known/oauth-protected-resource${pathname}`
}
