import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'

const { url, embedded } = inject('database')

Object.assign(process.env, {
  DATABASE_URL: url,
  DATABASE_EMBEDDED: embedded ? '1' : '',
  // One secret for all test files: they share the database and what is encrypted in it.
  APP_SECRET: 'the secret of the tests, which protects nothing',
  // Tests call faster than anybody; those of the limits have limits of their own.
  RATE_LIMIT_FACTOR: '1000',
  DATA_DIR: join(tmpdir(), 'latchkey-tests'),
})
