import { randomBytes } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { currentProcess, type Holder, releaseLock, takeLock } from './lock'
import { serveDatabase } from './wire'

/** What this process tells the one that started it. */
export type Report = { ready: Holder } | { held: Holder } | { failed: string }

const [dataDir = '', what = '', lasting = ''] = process.argv.slice(2)
const lockFile = join(dataDir, 'database.lock')

// Ctrl-C reaches every process of the terminal; the database must be the last to go, so it waits
// for its parent's word, or for its parent's end.
process.on('SIGINT', () => {})
process.on('SIGHUP', () => {})

holdDatabase().catch((error) => {
  report({ failed: error.code ?? error.message })
  process.exit(1)
})

async function holdDatabase() {
  let open = (_db: Promise<PGlite>) => {}
  const opening = new Promise<PGlite>((resolve) => {
    open = resolve
  })
  const password = randomBytes(24).toString('hex')
  const server = await serveDatabase(opening, { password, fail: crash })
  const { port } = server
  const holder = { ...currentProcess(), what, lasting: lasting === 'lasting', port, password }
  const taken = takeLock(lockFile, holder)
  if (taken !== 'taken') {
    report({ held: taken })
    process.exit(0)
  }
  process.on('exit', () => releaseLock(lockFile, holder))

  let closing = false
  const close = () => {
    if (!closing) void closeDatabase()
    closing = true
  }
  process.on('SIGTERM', close)
  process.on('disconnect', close)
  process.on('message', close)
  // The parent may have gone before anybody listened.
  if (!process.connected) close()

  open(openFolder(join(dataDir, 'postgres')))
  await opening
  report({ ready: holder })

  async function closeDatabase() {
    const db = await opening
    await server.close()
    await db.close()
    process.exit(0)
  }
}

async function openFolder(folder: string): Promise<PGlite> {
  if (!existsSync(folder)) {
    // Made under another name, so that a folder left half made is never taken for a database.
    const unfinished = `${folder}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    const made = await PGlite.create(unfinished)
    await made.close()
    renameSync(unfinished, folder)
  }
  return PGlite.create(folder)
}

function report(message: Report) {
  if (process.connected) process.send?.(message)
}

function crash(error: unknown) {
  console.error('The embedded database failed.', error)
  process.exit(1)
}
