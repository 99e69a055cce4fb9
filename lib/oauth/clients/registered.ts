import { type Actor, audit, commandLine } from '@/lib/audit/audit'
import { cleanName } from '@/lib/clean-name'
import { db } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { randomToken } from '@/lib/secrets'
import { needsHostId, type Preset, requirePreset, type Surface, toRedirectUris } from './presets'
import { requireRedirectUri } from './redirects'
import { makeSecret } from './secrets'

export type ClientRegistration = {
  preset: string
  name?: string
  /** Replaces the preset's own. */
  redirectUris?: string[]
  /** What stands for `{id}` in the preset's. */
  hostId?: string
  /** What its tokens are for when it does not say; the preset's, else the API. */
  surface?: Surface
  /** It may be without a redirect address until its host shows one. */
  redirectLater?: boolean
}

type Registered = { clientId: string; clientSecret: string; redirectUris: string[] }

const longestName = 80

/**
 * Registers a confidential client. The secret is told once and kept as a hash.
 * Throws PublicError `invalid_request` on a preset that is not there or a redirect address that
 * cannot be trusted.
 */
export async function addClient(
  registration: ClientRegistration,
  by: Actor = commandLine,
): Promise<Registered> {
  const preset = requirePreset(registration.preset)
  const redirectUris = redirectUrisOf(registration, preset)
  for (const uri of redirectUris) requireRedirectUri(uri)
  const id = `client_${randomToken().slice(0, 22)}`
  const surface = registration.surface ?? preset.surface ?? 'api'
  const name = cleanName(registration.name ?? '').slice(0, longestName) || preset.name
  const clientSecret = await db().$transaction(async (tx) => {
    await tx.client.create({
      data: { id, name, redirectUris, preset: registration.preset, surface },
    })
    const after = { preset: registration.preset, redirectUris, surface }
    await audit(tx, by, { act: 'client.added', target: id, after })
    return makeSecret(tx, id)
  })
  return { clientId: id, clientSecret, redirectUris }
}

function redirectUrisOf(registration: ClientRegistration, preset: Preset): string[] {
  const { redirectUris = [], hostId, redirectLater } = registration
  if (redirectUris.length > 0) return redirectUris
  if (hostId) return toRedirectUris(preset, hostId)
  if (preset.redirectUris.length > 0 && !needsHostId(preset)) return preset.redirectUris
  if (redirectLater) return []
  const missing = needsHostId(preset) ? 'the id that the host gave' : 'a redirect address'
  throw new PublicError('invalid_request', `Say ${missing}.`)
}
