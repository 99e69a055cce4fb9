import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const shared = {
  resolve: { alias: { '@': resolve('.') } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 90_000,
    maxWorkers: 2,
    retry: process.env.CI ? 1 : 0,
  },
}

const files = '{lib,scripts,app}/**/*'

type Database = { name: string; setup: string; order: number }

/** Tests of the database run on the embedded one and, where there is one, on a real Postgres. */
const onDatabase = ({ name, setup }: Database) => ({
  ...shared,
  test: {
    ...shared.test,
    name,
    include: [`${files}.db.test.ts`],
    exclude: [`${files}.alone.db.test.ts`],
    globalSetup: [setup],
    setupFiles: ['lib/testing/use-database.ts'],
  },
})

/** Those that count all rows, or take away what others need: on a database of their own, in turn. */
const alone = (database: Database) => ({
  ...shared,
  test: {
    ...onDatabase(database).test,
    name: `${database.name} alone`,
    include: [`${files}.alone.db.test.ts`],
    exclude: [],
    maxWorkers: 1,
    sequence: { groupOrder: database.order },
  },
})

const embedded: Database = { name: 'embedded', setup: 'lib/testing/embedded.ts', order: 1 }
const postgres: Database = { name: 'postgres', setup: 'lib/testing/postgres.ts', order: 2 }
const databases = process.env.TEST_DATABASE_URL ? [embedded, postgres] : [embedded]

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          ...shared.test,
          name: 'unit',
          include: [`${files}.test.{ts,tsx}`],
          exclude: ['**/*.db.test.ts'],
        },
      },
      ...databases.map(onDatabase),
      ...databases.map(alone),
    ],
  },
})
