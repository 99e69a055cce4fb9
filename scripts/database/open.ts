import { accessSync, constants, mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StopError } from '../stop'
import { checkDatabase, isAnswering } from './check'
import { type Holder, readLock } from './lock'
import { startHolder } from './start-holder'

export type Database = {
  url: string
  embedded: boolean
  /** This process started the embedded database, which ends with it. */
  owned: boolean
  /** Resolves when an owned database ends without being asked to. */
  lost: Promise<void>
  close(): Promise<void>
}

export type Purpose = {
  /** The command that a person started, for messages. */
  what: string
  /** Serves until it is stopped: it needs a database of its own, which others may use. */
  lasting: boolean
}

const SCRIPT_ENDS_WITHIN_MS = 120_000
const NEVER = new Promise<void>(() => {})

/**
 * Opens the database that the environment names, or the embedded one, and names it in the
 * environment for everything that this process loads and starts.
 */
export async function openDatabase(purpose: Purpose): Promise<Database> {
  const { DATABASE_URL, DATABASE_EMBEDDED, DATA_DIR } = process.env
  if (DATABASE_URL) {
    await checkDatabase('DATABASE_URL', DATABASE_URL)
    return borrow(DATABASE_URL, DATABASE_EMBEDDED === '1')
  }
  const database = await openEmbedded(purpose, resolve(DATA_DIR || '.data'))
  process.env.DATABASE_URL = database.url
  process.env.DATABASE_EMBEDDED = '1'
  return database
}

async function openEmbedded(purpose: Purpose, dataDir: string): Promise<Database> {
  requireWritable(dataDir)
  const lock = join(dataDir, 'database.lock')
  for (;;) {
    const holder = readLock(lock)
    const url = holder ? await shareWith(holder, purpose, lock) : null
    if (url) return borrow(url, true)
    const held = await startHolder(dataDir, purpose)
    if (held) {
      const { holder, lost, close } = held
      return { url: urlOf(holder), embedded: true, owned: true, lost, close }
    }
  }
}

function borrow(url: string, embedded: boolean): Database {
  return { url, embedded, owned: false, lost: NEVER, close: async () => {} }
}

/** The URL of a database that another process holds, or null once that process has ended. */
async function shareWith(holder: Holder, purpose: Purpose, lock: string): Promise<string | null> {
  const inUse = `The database is in use by process ${holder.pid} (${holder.what})`
  if (holder.hostname !== hostname()) {
    throw new StopError(`${inUse} on ${holder.hostname}. If that has ended, delete ${lock}.`)
  }
  if (!holder.lasting) return waitForEnd(holder, lock, inUse)
  if (purpose.lasting) {
    throw new StopError(`${inUse}. Stop that, or set DATA_DIR to another folder.`)
  }
  const url = urlOf(holder)
  if (await isAnswering(url)) return url
  if (readLock(lock) === null) return null
  throw new StopError(`${inUse}, which does not answer. Stop that and try again.`)
}

// A script's database ends with the script: better to wait for that than to lose it midway.
async function waitForEnd(holder: Holder, lock: string, inUse: string): Promise<null> {
  console.log(`${inUse}; waiting for it to finish.`)
  const deadline = Date.now() + SCRIPT_ENDS_WITHIN_MS
  while (readLock(lock)?.password === holder.password) {
    if (Date.now() > deadline) throw new StopError(`${inUse}. Stop that and try again.`)
    await wait(200)
  }
  return null
}

function requireWritable(dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StopError(
      `Cannot write to the data folder ${dataDir} (${code}). Set DATA_DIR to a folder of yours.`,
    )
  }
}

function urlOf({ port, password }: Holder): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
}
