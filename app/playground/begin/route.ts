import { seeOther } from '@/app/same-site'
import { startConversation } from '@/lib/host/kept/conversations'
import type { SeenInstallation } from '@/lib/host/kept/installation'
import { addInstallation, listInstallations } from '@/lib/host/kept/installations'
import { beginLink } from '@/lib/host/kept/linking'
import { isProfileId, type ProfileId } from '@/lib/host/profiles'
import { nobodyChosen } from '../chosen'
import { chatHref, installationHref } from '../hrefs'
import { isLookAhead, isOwnNavigation, lookAhead } from '../navigation'
import { ownAddress, registerHere } from '../own-plugin'
import { requirePlayer } from '../player'

/** All that leads a newcomer to consent: installs this site's plugin, registers, begins to link. */
export async function GET(request: Request): Promise<Response> {
  if (isLookAhead(request)) return lookAhead()
  const player = await requirePlayer()
  if (!isOwnNavigation(request)) return seeOther('/playground')
  const asked = new URL(request.url).searchParams.get('profile') ?? ''
  const profile = isProfileId(asked) ? asked : 'chatgpt'
  const installed = await findOrInstall(player.id, profile)
  if (!installed) return seeOther('/playground')
  if (installed.state === 'needs_registration') return seeOther(installationHref(installed.id))

  const { id } = await startConversation(player.id, {
    ...{ profile, installationIds: [installed.id], chosen: nobodyChosen },
  })
  if (installed.isLinked) return seeOther(chatHref(id))
  const begun = await beginLink(player.id, installed.id, { conversationId: id })
  return seeOther('url' in begun ? begun.url : chatHref(id))
}

async function findOrInstall(
  accountId: string,
  profile: ProfileId,
): Promise<SeenInstallation | null> {
  const address = ownAddress(profile)
  const known = (await listInstallations(accountId)).find(
    (one) => one.profile === profile && one.installation.address === address,
  )
  const seen = known ?? (await addInstallation(accountId, { address, profile })).added
  if (seen?.state !== 'needs_registration') return seen
  return (await registerHere(accountId, seen)) ?? seen
}
