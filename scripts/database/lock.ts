import { execFileSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, platform } from 'node:os'

/** Who holds a data folder, and how to reach the database there. */
export type Holder = {
  pid: number
  /** When the process started, because process ids are given again; empty where unknown. */
  started: string
  hostname: string
  /** The command that a person started, for messages. */
  what: string
  /** Serves until it is stopped, so that others may use its database. A script's ends with it. */
  lasting: boolean
  port: number
  password: string
}

/** Takes the lock for this process, or answers who has it. */
export function takeLock(file: string, holder: Holder): 'taken' | Holder {
  const own = `${file}.${randomUUID()}`
  writeFileSync(own, JSON.stringify(holder), { mode: 0o600 })
  try {
    for (;;) {
      if (tryLink(own, file)) return 'taken'
      const found = read(file)
      if (found === null) continue
      const other = parse(found)
      if (isAlive(other)) return other
      if (replaceStale(file, own, found)) return 'taken'
    }
  } finally {
    rmSync(own, { force: true })
  }
}

// Of all that see the same stale lock, only the one that holds the lock named after its content
// may replace it. Who comes late finds that the content has changed, and looks again.
function replaceStale(file: string, own: string, stale: string): boolean {
  const claim = `${file}.${createHash('sha256').update(stale).digest('hex').slice(0, 16)}`
  if (takeLock(claim, { ...NOBODY, ...currentProcess() }) !== 'taken') {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    return false
  }
  try {
    if (read(file) !== stale) return false
    renameSync(own, file)
    return true
  } finally {
    rmSync(claim, { force: true })
  }
}

export function releaseLock(file: string, holder: Holder) {
  if (read(file) === JSON.stringify(holder)) rmSync(file, { force: true })
}

export function readLock(file: string): Holder | null {
  const found = read(file)
  const holder = found === null ? null : parse(found)
  return holder && isAlive(holder) ? holder : null
}

export function currentProcess() {
  return { pid: process.pid, started: startOf(process.pid), hostname: hostname() }
}

function isAlive(holder: Holder): boolean {
  // Another machine's processes cannot be seen from here.
  if (holder.hostname !== '' && holder.hostname !== hostname()) return true
  if (holder.pid <= 0) return false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const started = startOf(holder.pid)
  return holder.started === '' || started === '' || holder.started === started
}

function startOf(pid: number): string {
  try {
    if (platform() === 'linux') return linuxStartOf(pid)
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
    const lstart = ['-o', 'lstart=', '-p', String(pid)]
    return execFileSync('ps', lstart, { env, encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return ''
  }
}

// Linux counts from its boot. `ps` turns that into a time that moves when the clock is set.
function linuxStartOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name in parentheses may hold anything; the start is the 20th field after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // A zombie has ended, though nobody has fetched its exit code.
  if (fields[0] === 'Z') return 'ended'
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

const NOBODY: Holder = {
  pid: 0,
  started: '',
  hostname: '',
  what: '',
  lasting: false,
  port: 0,
  password: '',
}

function parse(text: string): Holder {
  try {
    return { ...NOBODY, ...JSON.parse(text) }
  } catch {
    return NOBODY
  }
}
