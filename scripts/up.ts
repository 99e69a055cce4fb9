import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:net'
import { disconnect } from '@/lib/data/db'
import { readEnv } from '@/lib/env'
import { buildIfStale } from './build'
import { deployMigrations } from './database/migrations'
import { type Database, openDatabase } from './database/open'
import { generateClient } from './generate'
import { runScript, StopError } from './stop'

/** `npm start` and `npm run dev`: everything from an installed clone to a site that answers. */
const dev = process.argv.includes('--dev')

let server: ChildProcess | undefined
let stopping = false

function stop(): void {
  stopping = true
  server?.kill('SIGTERM')
}

process.on('SIGINT', stop)
process.on('SIGTERM', stop)

await runScript(async () => {
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' })
  const { port, local } = readEnv(process.env)
  await requireFreePort(port, local)
  generateClient()
  const database = await openDatabase({ what: dev ? 'npm run dev' : 'npm start', lasting: true })
  try {
    await prepare(database)
    if (!dev) await buildIfStale()
    return stopping ? 0 : await serve(database, port)
  } finally {
    await database.close()
  }
})

async function prepare(database: Database): Promise<void> {
  const applied = await deployMigrations(process.env.DIRECT_URL || database.url)
  if (applied.length > 0) console.log(`Applied ${applied.length} migration(s).`)
  const { seed } = await import('@/prisma/seed')
  await seed()
  await disconnect()
}

async function serve(database: Database, port: number): Promise<number> {
  const [script, ...args] = dev
    ? ['node_modules/next/dist/bin/next', 'dev', '-p', String(port)]
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

async function requireFreePort(port: number, local: boolean): Promise<void> {
  const taken = await Promise.all((local ? ['127.0.0.1', '::1'] : [undefined]).map(isTaken(port)))
  if (!taken.includes(true)) return
  throw new StopError(`Port ${port} is taken. Stop what uses it, or set PORT to another number.`)
}

function isTaken(port: number) {
  return (host: string | undefined): Promise<boolean> =>
    new Promise((resolve) => {
      const probe = createServer()
      probe.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'EADDRINUSE'))
      probe.listen({ port, host }, () => probe.close(() => resolve(false)))
    })
}
