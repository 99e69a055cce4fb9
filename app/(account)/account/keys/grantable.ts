import { catalog } from '@/lib/operations'
import { aboutScope, allScopes } from '@/lib/scopes'

/** What a key may open: what operations need, and the data that they can use. */
export const grantable = allScopes.filter(
  (scope) => aboutScope(scope).optional || catalog.scopes.includes(scope),
)
