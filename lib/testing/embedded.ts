import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { deployMigrations } from '@/scripts/database/migrations'
import { openDatabase } from '@/scripts/database/open'

declare module 'vitest' {
  export interface ProvidedContext {
    database: { url: string; embedded: boolean }
  }
}

/** An embedded database of their own for the tests, migrated and empty. */
export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'embedded-'))
  const before = { ...process.env }
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: '' })
  const database = await openDatabase({ what: 'the tests', lasting: true })
  process.env = before
  await deployMigrations(database.url)
  project.provide('database', { url: database.url, embedded: true })

  return async () => {
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
