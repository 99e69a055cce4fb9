import { inTurn, removeSome, type Swept } from '@/lib/data/bounded'
import { log } from '@/lib/log'
import { sweepAdmissionReports } from './clients/admission-reports'
import { sweepDocuments } from './clients/kept-documents'
import { sweepRegistered } from './clients/registration'
import { sweepSecrets } from './clients/secrets'
import { sweepGrants } from './grants'

/** One request in this many sweeps what has expired: no process has to live for it. */
const oneIn = 100

export function sweepNowAndThen(sweep: () => Promise<unknown>): void {
  if (Math.floor(Math.random() * oneIn) === 0)
    sweep().catch((error) => log.error('sweep failed', error))
}

/** Removes what can no longer be used. */
export const sweepAuthorizationServer = (): Promise<Swept> =>
  inTurn(
    () =>
      removeSome('sweep_artifacts', 'OAuthArtifact', {
        condition: `"expiresAt" < now() - interval '1 hour'`,
      }),
    sweepGrants,
    () => removeSome('sweep_sessions', 'Session', { condition: `"expiresAt" < now()` }),
    sweepRegistered,
    sweepDocuments,
    sweepSecrets,
    sweepAdmissionReports,
  )
