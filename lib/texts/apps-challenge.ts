import { serveDocument } from '@/lib/document'
import { env } from '@/lib/env'

const serve = serveDocument({ type: 'text/plain', text: () => env().openaiAppsChallenge ?? '' })

/** OpenAI's proof that the domain is ours: the token it gave and not a character more. */
export function appsChallenge(request: Request): Response {
  if (env().openaiAppsChallenge === null) return new Response('Not found', { status: 404 })
  return serve(request)
}
