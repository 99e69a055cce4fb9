import { seeOther } from '@/app/same-site'
import { env } from '@/lib/env'
import { finishLink } from '@/lib/host/kept/linking'
import { chatHref, installationHref } from '../hrefs'
import { requirePlayer } from '../player'

/** Where the plugin sends the person back to. Without the state of a link that was begun nothing happens. */
export async function GET(request: Request): Promise<Response> {
  const player = await requirePlayer()
  const { pathname, search } = new URL(request.url)
  const callback = new URL(pathname + search, env().origin)
  const { installation, conversationId, failure } = await finishLink(player.id, callback)
  if (conversationId) return seeOther(chatHref(conversationId))
  const page = installation ? installationHref(installation.id) : '/playground'
  return seeOther(failure ? `${page}?failed=${failure.code}` : `${page}?done=linked`)
}
