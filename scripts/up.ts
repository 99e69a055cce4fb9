import { type ChildProcess, fork } from 'node:child_process'
import { type Env, readEnv } from '@/lib/env'
import { buildIfStale } from './build'
import { deployMigrations } from './database/migrations'
import { type Database, openDatabase } from './database/open'
import { generateClient } from './generate'
import { runScript, StopError } from './stop'

/** `npm start` and `npm run dev`: everything from an installed clone to a site that answers. */
const dev = process.argv.includes('--dev')

const LOOPBACK = ['-H', 'localhost']

let server: ChildProcess | undefined
let stopping = false

function stop(): void {
  stopping = true
  server?.kill('SIGTERM')
  setTimeout(() => server?.kill('SIGKILL'), 10_000).unref()
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
// The process that started this one was killed.
process.on('disconnect', stop)
process.channel?.unref()

await runScript(async () => {
  const NODE_ENV = dev ? 'development' : 'production'
  Object.assign(process.env, { NODE_ENV, NEXT_TELEMETRY_DISABLED: '1' })
  const settings = readEnv(process.env)
  generateClient()
  const database = await openDatabase({ what: dev ? 'npm run dev' : 'npm start', lasting: true })
  try {
    await prepare(database)
    if (!dev) await buildIfStale()
    return stopping ? 0 : await serve(database, settings)
  } finally {
    await database.close()
  }
})

async function prepare(database: Database): Promise<void> {
  const applied = await deployMigrations(process.env.DIRECT_URL || database.url)
  if (applied.length > 0) console.log(`Applied ${applied.length} migration(s).`)
  // Loaded late: on a fresh clone, the client that they need has just been generated.
  const [{ seed }, { disconnect }] = await Promise.all([
    import('@/prisma/seed'),
    import('@/lib/data/db'),
  ])
  await seed().finally(disconnect)
}

async function serve(database: Database, { port, local }: Env): Promise<number> {
  const [script, ...args] = dev
    ? ['node_modules/next/dist/bin/next', 'dev', '-p', String(port), ...(local ? LOOPBACK : [])]
    : ['build/server.mjs']
  const execArgv = ['--import', import.meta.resolve('./follow-parent.mjs'), '--enable-source-maps']
  const child = fork(String(script), args, { execArgv })
  server = child
  const ended = new Promise<number>((resolve) =>
    child.once('exit', (code) => resolve(stopping ? 0 : (code ?? 1))),
  )
  const lost = database.lost.then(() => 'lost' as const)
  const end = await Promise.race([ended, lost])
  if (end !== 'lost') return end
  stop()
  await ended
  throw new StopError('The database ended. Start again; nothing that was confirmed is lost.')
}
