import type { Catalog, Operation } from '@/lib/plugin/catalog'

/** An operation as it runs once its person said yes. */
export function agreed({ confirm, ...operation }: Operation): Operation {
  return operation
}

export const agreedCatalog = (catalog: Catalog): Catalog => ({
  ...catalog,
  operations: catalog.operations.map(agreed),
  match(method, path) {
    const match = catalog.match(method, path)
    return match.operation ? { ...match, operation: agreed(match.operation) } : match
  },
})
