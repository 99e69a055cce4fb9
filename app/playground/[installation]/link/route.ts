import { chatHref, installationHref } from '@/app/playground/hrefs'
import { isOwnNavigation } from '@/app/playground/navigation'
import { requirePlayer } from '@/app/playground/player'
import { seeOther } from '@/app/same-site'
import { beginLink } from '@/lib/host/kept/linking'

type Context = { params: Promise<{ installation: string }> }

/** Sends the browser to the plugin, as the host does. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const player = await requirePlayer()
  const { installation } = await params
  if (!isOwnNavigation(request)) return seeOther(installationHref(installation))
  const asked = new URL(request.url).searchParams
  const chat = asked.get('chat')
  const scope = asked.get('scope')
  const begun = await beginLink(player.id, installation, {
    conversationId: chat,
    ...(scope && { scope }),
  })
  if ('url' in begun) return seeOther(begun.url)
  return seeOther(chat ? chatHref(chat) : installationHref(installation))
}
