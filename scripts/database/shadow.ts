import { randomUUID } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { connectAdapter } from './adapter'
import { serveDatabase } from './wire'

export type Shadow = {
  connect(): Promise<SqlDriverAdapter>
  /** Connects to it as to a new one. */
  connectEmptied(): Promise<SqlDriverAdapter>
  close(): Promise<void>
}

/** An empty database in memory, on which the migrations are replayed. */
export async function openShadow(): Promise<Shadow> {
  const password = randomUUID()
  const fail = (error: unknown) => {
    throw error
  }
  const database = await PGlite.create()
  const server = await serveDatabase(Promise.resolve(database), { password, fail })
  const url = `postgresql://postgres:${password}@127.0.0.1:${server.port}/postgres`
  const adapters: SqlDriverAdapter[] = []

  async function connect() {
    const adapter = await connectAdapter(url)
    adapters.push(adapter)
    return adapter
  }

  return {
    connect,
    async connectEmptied() {
      const adapter = await connect()
      await adapter.executeScript('DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public')
      return adapter
    },
    async close() {
      for (const adapter of adapters) await adapter.dispose().catch(() => {})
      await server.close()
      await database.close()
    },
  }
}
