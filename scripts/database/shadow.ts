import { randomUUID } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { connectAdapter } from './adapter'
import { serveDatabase } from './wire'

let serving: Promise<string> | undefined

/** An empty database in memory; one is made and emptied for each use, because that takes seconds. */
export async function connectShadow(): Promise<SqlDriverAdapter> {
  serving ??= serve()
  const adapter = await connectAdapter(await serving)
  await adapter.executeScript('DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public')
  return adapter
}

async function serve(): Promise<string> {
  const password = randomUUID()
  const fail = (error: unknown) => {
    throw error
  }
  const { port } = await serveDatabase(PGlite.create(), { password, fail })
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
}
