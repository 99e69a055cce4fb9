import { z } from 'zod'
import { query } from './db'

/** How a long list is asked for; all of it may come from an address that a visitor wrote. */
export type ListAsked = {
  /** One of the list's sorts; its first where this is none of them. */
  sort?: string
  direction?: 'asc' | 'desc'
  /** From `next` of the page before. */
  after?: string | null
  /** Rows of a page, 50 if left out. */
  size?: number
}

/** For a condition with LIKE: what was typed stands for itself. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

export type ListPage<Row> = { rows: Row[]; next: string | null }

type SortType = 'text' | 'bigint' | 'date' | 'timestamptz' | 'double precision'

type ListQuery = {
  /** SQL of the release, never of a visitor. Every column of the row has a name. */
  select: string
  from: string
  /** Conditions with `?` for their value; one whose value is undefined or empty is left out. */
  where: [condition: string, value: unknown][]
  /** By name, what a page may be sorted by: never null. */
  sorts: Record<string, { column: string; type: SortType }>
  /** A unique column, which decides between rows that sort alike. */
  id: string
  asked: ListAsked
}

/**
 * One page of a list by keyset: as fast at the end as at the beginning. A cursor that is none, or of
 * another sort, begins at the first page.
 */
export async function readList<Row extends object>(list: ListQuery): Promise<ListPage<Row>> {
  const { asked, sorts } = list
  const size = asked.size ?? 50
  const name = asked.sort && Object.hasOwn(sorts, asked.sort) ? asked.sort : Object.keys(sorts)[0]
  const sort = sorts[String(name)]
  if (!sort) throw new Error('a list needs a sort')
  const direction = asked.direction === 'asc' ? 'ASC' : 'DESC'
  const values: unknown[] = []
  const conditions = list.where.flatMap(([condition, value]) => {
    if (value === undefined || value === null || value === '') return []
    values.push(typeof value === 'string' ? value.replaceAll('\0', '') : value)
    return [condition.replaceAll('?', `$${values.length}`)]
  })
  const cursor = readCursor(asked.after, `${name} ${direction}`, sort.type)
  if (cursor) {
    const [at, id] = [values.push(cursor.at), values.push(cursor.id)]
    const sign = direction === 'ASC' ? '>' : '<'
    conditions.push(
      `(${sort.column}, ${list.id}::text) ${sign} ($${at}::text::${sort.type}, $${id}::text)`,
    )
  }
  const text = `SELECT ${list.select}, ${sort.column}::text AS "_at", ${list.id}::text AS "_id"
    FROM ${list.from} ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
    ORDER BY ${sort.column} ${direction}, ${list.id}::text ${direction} LIMIT ${size + 1}`
  const rows = await query<Row & { _at: string; _id: string }>('', text, values)
  const last = rows.length > size ? rows[size - 1] : undefined
  return {
    rows: rows.slice(0, size).map(({ _at, _id, ...row }) => row as unknown as Row),
    next: last ? toCursor(`${name} ${direction}`, last._at, last._id) : null,
  }
}

/** Every row that is asked for, page by page, for a file. */
export async function* readAll<Row>(
  page: (asked: ListAsked) => Promise<ListPage<Row>>,
  asked: ListAsked = {},
): AsyncGenerator<Row> {
  let after: string | null = null
  do {
    const { rows, next }: ListPage<Row> = await page({ ...asked, after, size: 1000 })
    yield* rows
    after = next
  } while (after !== null)
}

const toCursor = (...position: string[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

function readCursor(text: string | null | undefined, sort: string, type: SortType) {
  try {
    const [of, at, id] = JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as unknown[]
    const isOurs = of === sort && typeof at === 'string' && typeof id === 'string'
    return isOurs && isOfType[type](at) && isOfType.text(id) ? { at, id } : null
  } catch {
    return null
  }
}

const isOfType: Record<SortType, (text: string) => boolean> = {
  text: (text) => !text.includes('\0'),
  bigint: (text) => /^-?\d{1,18}$/.test(text),
  // There is no year 0.
  date: (text) => !text.startsWith('0000') && z.iso.date().safeParse(text).success,
  timestamptz: (text) => moment.safeParse(text.replace(' ', 'T')).success,
  'double precision': (text) => /^-?\d{1,20}(\.\d{1,20})?(e[+-]?\d{1,2})?$/.test(text),
}

// Postgres says whole hours of an offset as +02.
const moment = z
  .string()
  .regex(/^[^0]/)
  .transform((text) => text.replace(/[+-]\d\d$/, '$&:00'))
  .pipe(z.iso.datetime({ offset: true }))
