import { env } from '@/lib/env'
import type { SeenInstallation } from '@/lib/host/kept/installation'
import { register } from '@/lib/host/kept/registering'
import type { ProfileId } from '@/lib/host/profiles'
import { ownPluginAddress } from '@/lib/own-plugin-address'
import { playgroundClient } from '@/lib/playground-client'

export const ownAddress = (profile: ProfileId): string => ownPluginAddress(env().origin, profile)

export const isOwn = ({ installation }: SeenInstallation): boolean =>
  new URL(installation.address).origin === env().origin

export const mayRegisterHere = (seen: SeenInstallation): boolean =>
  playgroundClient() !== null && isOwn(seen) && seen.installation.kind !== 'mcp'

/** Gives it the client that this site has for its own playground; null where there is none. */
export async function registerHere(
  accountId: string,
  seen: SeenInstallation,
): Promise<SeenInstallation | null> {
  const client = playgroundClient()
  if (!client || !mayRegisterHere(seen)) return null
  const given = { type: 'client', by: 'given', tokenAuth: 'post', typed: null } as const
  return register(accountId, seen.id, { ...given, ...client })
}
