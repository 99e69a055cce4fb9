import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const shared = {
  resolve: { alias: { '@': resolve('.') } },
  test: { testTimeout: 60_000, hookTimeout: 90_000, maxWorkers: 2 },
}

/** Tests of the database run on the embedded one and, where there is one, on a real Postgres. */
const onDatabase = (name: string, setup: string) => ({
  ...shared,
  test: {
    ...shared.test,
    name,
    include: ['{lib,scripts,app}/**/*.db.test.ts'],
    globalSetup: [setup],
    setupFiles: ['lib/testing/use-database.ts'],
  },
})

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          ...shared.test,
          name: 'unit',
          include: ['{lib,scripts,app}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts'],
        },
      },
      onDatabase('embedded', 'lib/testing/embedded.ts'),
      ...(process.env.TEST_DATABASE_URL ? [onDatabase('postgres', 'lib/testing/postgres.ts')] : []),
    ],
  },
})
