import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env'
import { EnvError } from '@/lib/errors'
import { type Prisma, PrismaClient } from './generated/client'
import { traceStatements } from './traced'

export type Db = PrismaClient
/** What a handler may use inside the transaction it is given. */
export type Tx = Prisma.TransactionClient

type Connections = { pool: pg.Pool; counters: pg.Pool; prisma: PrismaClient }

// `next dev` evaluates this module anew on each change: the pool must outlive it.
const kept = globalThis as unknown as { latchkeyConnections?: Connections }

function connections(): Connections {
  kept.latchkeyConnections ??= connect()
  return kept.latchkeyConnections
}

function connect(): Connections {
  const { databaseUrl, databaseEmbedded } = env()
  if (!databaseUrl)
    throw new EnvError('Set DATABASE_URL, or use npm start, which brings a database.')
  const pool = createPool(databaseUrl, databaseEmbedded ? 4 : 10)
  const counters = createPool(databaseUrl, 2)
  return { pool, counters, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

function createPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max })
  // An idle connection that the server closes must not end the process.
  pool.on('error', () => {})
  pool.on('connect', traceStatements)
  return pool
}

export const db = (): Db => connections().prisma

export const pool = (): pg.Pool => connections().pool

/**
 * For counters that many requests raise at once: they wait for each other's row locks, and must not
 * hold up everybody else's connections meanwhile.
 */
export const counterPool = (): pg.Pool => connections().counters

/** A statement of a hot path, prepared once per connection under `name`. */
export async function query<Row extends pg.QueryResultRow>(
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const { rows } = await pool().query<Row>({ name, text, values })
  return rows
}

export async function disconnect(): Promise<void> {
  const open = kept.latchkeyConnections
  kept.latchkeyConnections = undefined
  await open?.prisma.$disconnect()
  await Promise.allSettled([open?.pool.end(), open?.counters.end()])
}
