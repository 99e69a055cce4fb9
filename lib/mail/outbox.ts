import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/env'
import type { Mail } from './send'

export type KeptMail = Mail & { id: string; at: string }

const mostKept = 100

const folder = (): string => join(env().dataDir, 'outbox')

export async function writeToOutbox(mail: Mail): Promise<void> {
  const at = new Date().toISOString()
  // Names in the order of time; two in one millisecond are two files.
  const id = `${at.replace(/\D/g, '')}-${randomUUID().slice(0, 8)}`
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const kept: KeptMail = { ...mail, id, at }
  await writeFile(join(folder(), `${id}.json`), JSON.stringify(kept), { mode: 0o600 })
  for (const old of (await namesNewestFirst()).slice(mostKept)) {
    await rm(join(folder(), old), { force: true })
  }
}

/** What would have been mailed, newest first; nothing but on this machine. */
export async function readOutbox(): Promise<KeptMail[]> {
  if (!env().local) return []
  const texts = await Promise.all(
    (await namesNewestFirst()).map((name) =>
      readFile(join(folder(), name), 'utf8').catch(() => null),
    ),
  )
  return texts.filter((text) => text !== null).map((text) => JSON.parse(text) as KeptMail)
}

async function namesNewestFirst(): Promise<string[]> {
  const names = await readdir(folder()).catch(() => [])
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
}
