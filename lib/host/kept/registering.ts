import { env } from '@/lib/env'
import { Refusal } from '../problems'
import { registerAlone, verifyToken } from '../register'
import type { Registration } from '../registration'
import { actAs } from './acting'
import type { SeenInstallation } from './installation'
import { changeKept, findKept } from './installations'

/**
 * Gives an installation its client, key, or nothing, as typed by the tester; ends a link made with
 * what was there before. Null when there is no such installation.
 */
export async function register(
  accountId: string,
  id: string,
  registration: Registration,
): Promise<SeenInstallation | null> {
  return changeKept(accountId, id, { registration, tokens: null, pending: null })
}

/** Lets the host register by itself once more; `registeredBy` stays null when it cannot. */
export async function registerAgain(
  accountId: string,
  id: string,
): Promise<SeenInstallation | null> {
  const kept = await findKept(accountId, id)
  if (kept === null) return null
  const acting = actAs(kept.profile)
  const registration = await registerAlone(kept.installation.auth, env().origin, acting)
  return changeKept(accountId, id, {
    ...{ registration, tokens: null, pending: null },
    steps: acting.wire.steps,
  })
}

/** Looks whether the manifest carries the token that was shown (§1.3). */
export async function verify(accountId: string, id: string): Promise<SeenInstallation | null> {
  const kept = await findKept(accountId, id)
  if (kept === null) return null
  const acting = actAs(kept.profile)
  const { token } = kept.verification
  const verified = await verifyToken(kept.installation, token, acting).catch((error) => {
    if (error instanceof Refusal) return false
    throw error
  })
  return changeKept(accountId, id, {
    verification: { token, verified },
    steps: acting.wire.steps,
  })
}
