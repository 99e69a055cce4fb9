import { sweepAttempts } from '@/lib/attempts/sweep'
import { query } from '@/lib/data/db'
import { log } from '@/lib/log'
import { sweepDocuments } from './clients/kept-documents'
import { sweepRegistered } from './clients/registration'
import { sweepGrants } from './grants'

/** One request in this many sweeps what has expired: no process has to live for it. */
const oneIn = 100

export function sweepNowAndThen(sweep: () => Promise<void>): void {
  if (Math.floor(Math.random() * oneIn) === 0)
    sweep().catch((error) => log.error('sweep failed', error))
}

/** Removes what can no longer be used. */
export async function sweepAuthorizationServer(): Promise<void> {
  await query(
    'sweep_artifacts',
    `DELETE FROM "OAuthArtifact" WHERE "expiresAt" < now() - interval '1 hour'`,
    [],
  )
  await sweepGrants()
  await query('sweep_sessions', `DELETE FROM "Session" WHERE "expiresAt" < now()`, [])
  await sweepRegistered()
  await sweepDocuments()
  await sweepAttempts()
}
