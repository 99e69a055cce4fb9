import { PublicError } from '@/lib/errors'
import { type Catalog, type Operation, only } from './catalog'
import type { Caller } from './operation'
import type { Plugin } from './plugin'

export type Says = (operation: string) => boolean

/** What an operator decides of the catalog while the site runs. */
export type Release = {
  /** Whether an operation is there, whoever asks. */
  exposed: (on: 'api' | 'mcp') => Promise<Says>
  /** Whether this person is let in to it; null is somebody unknown. */
  lets: (accountId: string | null) => Promise<Says>
}

/** What is there at this moment; the whole catalog where nothing is left out. */
export async function catalogOn(
  { catalog, release }: Pick<Plugin, 'catalog' | 'release'>,
  on: 'api' | 'mcp',
): Promise<Catalog> {
  return release ? only(catalog, await release.exposed(on)) : catalog
}

/** Of a catalog, what this caller is let in to. */
export async function catalogFor(
  catalog: Catalog,
  release: Release | undefined,
  caller: Caller | null,
): Promise<Catalog> {
  return release ? only(catalog, await release.lets(caller?.accountId ?? null)) : catalog
}

/** Asked before a transaction, never in one: what it asks may need the database's only connection. */
export const whatLets = async (
  release: Release | undefined,
  accountId: string | null,
): Promise<Says> => (release ? release.lets(accountId) : () => true)

type Entering = { operation: Operation; caller: Caller | null; origin: string }

/** Throws `invalid_token` to somebody unknown, who may be one of those, and else `not_let_in`. */
export async function requireLetIn(
  release: Release | undefined,
  { operation, caller, origin }: Entering,
): Promise<void> {
  const lets = await whatLets(release, caller?.accountId ?? null)
  if (lets(operation.name)) return
  if (!caller) throw connectFirst()
  throw new PublicError(
    'not_let_in',
    `This is not open to this account yet. The person can request access at ${origin}/account.`,
  )
}

export const connectFirst = () =>
  new PublicError('invalid_token', 'Connect your account first: this is open to invited people.')
