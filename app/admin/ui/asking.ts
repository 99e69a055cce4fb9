import type { ListAsked } from '@/lib/data/list'
import type { Filter } from './filter-form'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** What a page's address asks of its list: `filter` by the names that the page knows. */
export type Asking = ListAsked & { path: string; filter: Record<string, string> }

/** Reads an address that may say anything; what the page does not know is dropped. */
export async function readAsking(
  path: string,
  params: SearchParams,
  filters: readonly string[],
): Promise<Asking> {
  const given = await params
  const text = (name: string) => {
    const value = given[name]
    return (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 300)
  }
  const sort = text('sort')
  const filter = Object.fromEntries(filters.flatMap((name) => nonEmpty(name, text(name))))
  return {
    path,
    filter,
    ...(sort && { sort }),
    direction: text('direction') === 'asc' ? 'asc' : 'desc',
    after: text('after') ?? null,
  }
}

/** The same for a page with a list. */
export const readListAsking = (
  path: string,
  params: SearchParams,
  filters: readonly Filter[],
): Promise<Asking> =>
  readAsking(
    path,
    params,
    filters.map(({ name }) => name),
  )

const nonEmpty = (name: string, value: string | undefined): [string, string][] =>
  value ? [[name, value]] : []

/** The same list asked otherwise, from its first page unless `after` says where. */
export function hrefOf(
  { path, filter, sort, direction }: Asking,
  changed: Partial<Pick<ListAsked, 'sort' | 'direction' | 'after'>> = {},
): string {
  const asked = { sort, direction, ...changed }
  const query = new URLSearchParams(filter)
  if (asked.sort) query.set('sort', asked.sort)
  if (asked.direction === 'asc') query.set('direction', 'asc')
  if (changed.after) query.set('after', changed.after)
  return query.size > 0 ? `${path}?${query}` : path
}

/** The whole of what is asked for, as a file: the list's `export` route takes the same address. */
export const exportHref = (asking: Asking): string =>
  hrefOf({ ...asking, path: `${asking.path}/export` })
