import { env } from '@/lib/env'
import { isScope, type Scope } from '@/lib/scopes'
import { routes } from './server'

/** What a client asked for. */
export type Params = Record<string, unknown>

export const resourcesOf = (params: Params): string[] => [params.resource ?? []].flat() as string[]

export const requestedScopes = (params: Params): Scope[] =>
  [...new Set(String(params.scope ?? '').split(' '))].filter(isScope)

/** Where the same would be asked anew. */
export function authorizeUrl(params: Params): string {
  const url = new URL(routes.authorization, env().origin)
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value].flat())
      if (one !== undefined) url.searchParams.append(name, String(one))
  }
  return url.href
}
