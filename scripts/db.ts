import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { isLoopback } from '@/lib/env'
import { scriptToSchema } from './database/engine'
import { deployMigrations, FOLDER } from './database/migrations'
import { type Database, openDatabase } from './database/open'
import { generateClient } from './generate'
import { runScript, StopError } from './stop'

const commands: Record<string, (database: Database) => Promise<number | undefined>> = {
  migrate,
  deploy,
  seed,
  reset,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string' },
    yes: { type: 'boolean', default: false },
    load: { type: 'boolean', default: false },
  },
})

await runScript(async () => {
  const [name = ''] = positionals
  const command = commands[name]
  if (!command) throw new StopError(`Use one of: ${Object.keys(commands).join(', ')}.`)
  // A build machine must not take a database of its own for the one of the site.
  if (process.env.VERCEL && !process.env.DATABASE_URL) throw new StopError('Set DATABASE_URL.')
  const database = await openDatabase({ what: `npm run db:${name}`, lasting: false })
  try {
    return await command(database)
  } finally {
    await database.close()
  }
})

/** Makes a migration of what has changed in the schema, shows it and applies it. */
async function migrate(database: Database) {
  if (!/^[a-z0-9_-]{1,80}$/.test(values.name ?? '')) {
    throw new StopError('Say what it does, in small letters: --name add-reviews')
  }
  await deploy(database)
  const script = await scriptToSchema()
  if (!script) {
    console.log('The schema has not changed.')
    return 0
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(FOLDER, `${stamp}_${values.name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), `${script}\n`)
  console.log(`${script}\n\nWritten to ${folder}.`)
  if (/^\s*DROP TABLE|DROP COLUMN/m.test(script) && !isMine(database) && !values.yes) {
    throw new StopError('It deletes data. Read it, then apply it with: npm run db:deploy')
  }
  generateClient()
  return deploy(database)
}

async function deploy({ url }: Database) {
  const done = await deployMigrations(process.env.DIRECT_URL || url)
  console.log(done.length > 0 ? `Applied ${done.join(', ')}.` : 'Every migration is applied.')
  return 0
}

async function seed({ url }: Database) {
  generateClient()
  await deployMigrations(process.env.DIRECT_URL || url)
  // Loaded late: the client may just have been generated.
  const [{ seed }, { disconnect }] = await Promise.all([
    import('@/prisma/seed'),
    import('@/lib/data/db'),
  ])
  await seed().finally(disconnect)
  if (values.load) {
    const { seedLoad } = await import('./seed-load')
    await seedLoad(process.env.DIRECT_URL || url)
  }
  return 0
}

async function reset(database: Database) {
  const url = process.env.DIRECT_URL || database.url
  if (!isMine(database) && !values.yes) {
    const { host } = new URL(url)
    throw new StopError(`This deletes all data at ${host}. If that is meant, add: -- --yes`)
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public')
  await client.end()
  await seed(database)
  console.log('The database is as new. Restart the app if it runs.')
  return 0
}

const isMine = ({ url, embedded }: Database) =>
  embedded || isLoopback(new URL(process.env.DIRECT_URL || url).hostname)
