import type { Catalog } from '@/lib/plugin/catalog'
import type { Surface } from '@/lib/release/exposure'
import { publishedTo } from '@/lib/released'
import { findBrowserSession } from '@/lib/session/browser-session'

type Answer = (request: Request) => Promise<Response>

/**
 * A document about the operations of these surfaces, as they are at this moment: to whoever is
 * signed in, about those that they are let in to, and to everybody else about the public ones.
 */
export function serveReleased(on: readonly Surface[], make: (catalog: Catalog) => Answer): Answer {
  const made = new WeakMap<Catalog, Answer>()
  const answerOf = (catalog: Catalog): Answer => {
    const answer = made.get(catalog) ?? make(catalog)
    made.set(catalog, answer)
    return answer
  }
  return async (request) => {
    const open = await publishedTo(null, on)
    const session = await findBrowserSession(request.headers.get('cookie') ?? '')
    const own = session ? await publishedTo(session.accountId, on) : open
    const response = await answerOf(own)(request)
    // It may change at any moment: kept, it is asked for again, which its ETag makes cheap.
    response.headers.set('cache-control', `${own === open ? 'public' : 'private'}, no-cache`)
    response.headers.set('vary', 'cookie')
    return response
  }
}
