import type { Catalog } from '@/lib/plugin/catalog'

/** What a scope lets an app do, as the catalog has it: consent cannot say anything else. */
export type Opened = { summary: string; asksFirst: boolean }

export const toOpened = ({ operations }: Catalog, scope: string): Opened[] =>
  operations
    .filter((operation) => operation.scope === scope)
    .map(({ summary, confirm }) => ({ summary, asksFirst: confirm !== undefined }))
