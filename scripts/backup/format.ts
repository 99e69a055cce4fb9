import { createHash, type Hash } from 'node:crypto'
import { hmac } from '@/lib/secrets'

/*
 * One gzipped file of JSON lines: what it is; then for each table its name and columns, and below them
 * a line a row, every value as Postgres writes it as text; at the end how many rows there were and
 * their checksum, without which the file is not whole.
 */

export const version = 1

export type Head = {
  latchkey: 'backup'
  version: number
  at: string
  migrations: string[]
  /** Tells one APP_SECRET from another, and nothing else of it. */
  secret: string
}

export type Begin = { table: string; columns: string[] }
export type Row = (string | null)[]
export type Count = { rows: number; sha256: string }
export type End = { end: Record<string, Count> }

export const fingerprint = (): string => hmac('backup', 'fingerprint').slice(0, 16)

/** Counts and sums up the rows of each table as their lines go by. */
export function createTally() {
  const sums = new Map<string, { rows: number; hash: Hash }>()
  return {
    begin: (table: string) => void sums.set(table, { rows: 0, hash: createHash('sha256') }),
    add(table: string, line: string): void {
      const sum = sums.get(table)
      if (!sum) return
      sum.rows += 1
      sum.hash.update(`${line}\n`)
    },
    end: (): Record<string, Count> =>
      Object.fromEntries(
        [...sums].map(([table, { rows, hash }]) => [table, { rows, sha256: hash.digest('hex') }]),
      ),
  }
}
