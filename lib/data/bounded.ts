import { pool } from './db'

/** Rows of one statement: none holds locks, or the one backend of the embedded database, for long. */
export const mostRows = 1000

/** What one turn came to; `isMore`: another may find as much again. */
export type Swept = { rows: number; isMore: boolean }

/** A condition that holds for no more than `mostRows` of the rows of which `condition` does. */
export const someOf = (table: string, condition: string): string =>
  `ctid = ANY (ARRAY(SELECT ctid FROM "${table}" WHERE ${condition} LIMIT ${mostRows}))`

/** Removes some of the rows of which the condition holds. */
export const removeSome = (
  name: string,
  table: string,
  { condition, values = [] }: { condition: string; values?: unknown[] },
): Promise<Swept> =>
  changeSome(name, `DELETE FROM "${table}" WHERE ${someOf(table, condition)}`, values)

/** A statement that says by `someOf` which rows it changes. */
export async function changeSome(
  name: string,
  text: string,
  values: unknown[] = [],
): Promise<Swept> {
  const { rowCount } = await pool().query({ name, text, values })
  return { rows: rowCount ?? 0, isMore: rowCount === mostRows }
}

/** One after the other, told as one turn. */
export async function inTurn(...turns: (() => Promise<Swept>)[]): Promise<Swept> {
  const all = { rows: 0, isMore: false }
  for (const turn of turns) {
    const { rows, isMore } = await turn()
    all.rows += rows
    all.isMore ||= isMore
  }
  return all
}
