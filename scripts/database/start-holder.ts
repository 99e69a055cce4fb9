import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { StopError } from '../stop'
import type { Report } from './holder'
import type { Holder } from './lock'
import type { Purpose } from './open'

const HOLDER = fileURLToPath(new URL('holder.ts', import.meta.url))

export type Held = { holder: Holder; lost: Promise<void>; close: () => Promise<void> }

/** Starts the process that holds the embedded database; null if another process was faster. */
export async function startHolder(dataDir: string, purpose: Purpose): Promise<Held | null> {
  const child = fork(HOLDER, [dataDir, purpose.what, purpose.lasting ? 'lasting' : ''], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const report = await firstReport(child, ended)
  if ('held' in report) return null
  if ('failed' in report) {
    throw new StopError(`The database in ${dataDir} cannot be opened: ${report.failed}.`)
  }

  // A script that fails may end without closing its database: the holder notices and follows.
  child.unref()
  child.channel?.unref()
  let asked = false
  return {
    holder: report.ready,
    lost: ended.then(() => (asked ? new Promise(() => {}) : undefined)),
    async close() {
      asked = true
      child.ref()
      if (child.connected) child.send('close')
      await ended
    },
  }
}

function firstReport(child: ChildProcess, ended: Promise<void>): Promise<Report> {
  return Promise.race([
    new Promise<Report>((resolve) =>
      child.once('message', (message) => resolve(message as Report)),
    ),
    ended.then(() => ({ failed: 'its process ended at once' })),
  ])
}
