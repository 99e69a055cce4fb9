import { sealJson, unsealJson } from '@/lib/secrets'
import type { Installation } from '../installation'
import type { Pending } from '../link/link'
import type { Tokens } from '../link/tokens'
import type { Problem } from '../problems'
import type { ProfileId } from '../profiles'
import type { Registration } from '../registration'
import type { Step } from '../wire'

/** All that is kept of an installation; sealed as one. */
export type KeptInstallation = {
  profile: ProfileId
  installation: Installation
  problems: Problem[]
  registration: Registration | null
  /** What the host shows for the manifest (§1.3), and whether it was found there. */
  verification: { token: string; verified: boolean }
  tokens: Tokens | null
  pending: (Pending & { conversationId: string | null }) | null
  /** Of the last act: installing, registering, linking or unlinking. */
  steps: Step[]
}

/** What a page may know: no secret is in it. */
export type SeenInstallation = {
  id: string
  createdAt: Date
  profile: ProfileId
  installation: Installation
  problems: Problem[]
  verification: { token: string; verified: boolean }
  /** What must happen before it can be called: nothing, a client or key, or a person who links. */
  state: 'ready' | 'needs_registration' | 'needs_link'
  registeredBy: 'nothing' | 'key' | 'given' | 'document' | 'dynamic' | null
  clientId: string | null
  isLinked: boolean
  /** ISO 8601, of the access token. */
  tokenExpiresAt: string | null
  steps: Step[]
}

const purpose = 'playground installation'

export const sealInstallation = (kept: KeptInstallation): string => sealJson(purpose, kept)

/** Null where APP_SECRET was another one. */
export const unsealInstallation = (content: string): KeptInstallation | null =>
  unsealJson(purpose, content)

export function toSeen(
  row: { id: string; createdAt: Date },
  kept: KeptInstallation,
): SeenInstallation {
  const { registration, tokens } = kept
  return {
    id: row.id,
    createdAt: row.createdAt,
    profile: kept.profile,
    installation: kept.installation,
    problems: kept.problems,
    verification: kept.verification,
    state: stateOf(kept),
    registeredBy:
      registration === null
        ? null
        : registration.type === 'client'
          ? registration.by
          : registration.type === 'key'
            ? 'key'
            : 'nothing',
    clientId: registration?.type === 'client' ? registration.clientId : null,
    isLinked: tokens !== null,
    tokenExpiresAt: tokens?.expiresAt ?? null,
    steps: kept.steps,
  }
}

function stateOf({
  installation,
  registration,
  tokens,
}: KeptInstallation): SeenInstallation['state'] {
  if (registration === null) return 'needs_registration'
  const isOpen = installation.operations.some((operation) => operation.isOpen)
  return registration.type === 'client' && tokens === null && !isOpen ? 'needs_link' : 'ready'
}
