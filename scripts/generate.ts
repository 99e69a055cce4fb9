import { spawnSync } from 'node:child_process'
import { isFresh, remember } from './stamp'
import { StopError } from './stop'

const inputs = ['prisma', 'prisma.config.ts', 'package-lock.json']

/** Makes the Prisma client, unless it was made from this very schema. */
export function generateClient(): void {
  if (isFresh('client', inputs, 'lib/data/generated/client.ts')) return
  const prisma = ['node_modules/prisma/build/index.js', 'generate']
  const { status, stdout, stderr } = spawnSync(process.execPath, prisma, { encoding: 'utf8' })
  if (status !== 0) throw new StopError(`prisma generate failed.\n${stdout}${stderr}`)
  remember('client', inputs)
}
