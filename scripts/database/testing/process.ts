import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Started = { child: ChildProcess; errors: () => string; ended: Promise<number | null> }

/** Starts a TypeScript file beside this one, or a path from the project's root. */
export function startProcess(
  file: string,
  { args = [] as string[], env = {} as Record<string, string> } = {},
): Started {
  const path = file.includes('/') ? file : fileURLToPath(new URL(file, import.meta.url))
  const child = fork(path, args, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: '', DATABASE_EMBEDDED: '', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    errors += text
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, errors: () => errors.trim(), ended }
}

export const nextMessage = ({ child, ended, errors }: Started): Promise<unknown> =>
  Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${errors()}`))),
  ])

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'database-'))

/** The process that holds the database in `dataDir`, as its lock says. */
export const holderOf = (dataDir: string): number =>
  JSON.parse(readFileSync(join(dataDir, 'database.lock'), 'utf8')).pid

export async function hasEnded(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      process.kill(pid, 0)
    } catch {
      return true
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}
