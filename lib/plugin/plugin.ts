import type { Catalog } from './catalog'
import type { Caller } from './operation'

/** What the carriers and projections are handed: no module here imports an operation. */
export type Plugin = {
  catalog: Catalog
  origin: () => string
  /** Throws PublicError `invalid_token` unless the token is alive and meant for `resource`. */
  authenticate: (token: string, resource: string) => Promise<Caller>
}
