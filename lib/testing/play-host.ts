import { addInstallation } from '@/lib/host/kept/installations'
import { beginLink, finishLink } from '@/lib/host/kept/linking'
import { register } from '@/lib/host/kept/registering'
import type { ProfileId } from '@/lib/host/profiles'
import { callbackUrl } from '@/lib/host/registration'
import { addClient } from '@/lib/oauth/clients/registered'
import { ownPluginAddress } from '@/lib/own-plugin-address'
import { authorize } from './link'
import type { TestPerson } from './people'

/** Our own plugin, served at `origin`, as a host of this profile installs it. */
export async function installOurs(person: TestPerson, origin: string, profile: ProfileId) {
  const { added, problems } = await addInstallation(person.id, {
    address: ownPluginAddress(origin, profile),
    profile,
  })
  if (!added) throw new Error(JSON.stringify(problems))
  return added
}

/** What an operator makes for hosts that do not register themselves. */
export async function giveClient(person: TestPerson, origin: string, id: string) {
  const redirectUris = [callbackUrl(origin)]
  const { clientId, clientSecret } = await addClient({ preset: 'chatgpt-plugin', redirectUris })
  const given = { type: 'client', by: 'given', clientId, clientSecret, typed: null } as const
  return register(person.id, id, { ...given, tokenAuth: 'post' })
}

export async function linkOurs(
  person: TestPerson,
  id: string,
  conversationId: string | null = null,
) {
  const begun = await beginLink(person.id, id, { conversationId })
  if (!('url' in begun)) throw new Error(begun.failure.code)
  return finishLink(person.id, await authorize(person, begun.url))
}
