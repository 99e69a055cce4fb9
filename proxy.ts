import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/env'
import { readFormTarget, toFormTarget } from '@/lib/oauth/form-target'
import { readLogoutRequest } from '@/lib/oauth/logout-request'
import { pageHeaders } from '@/lib/page-headers'
import { requestIdHeader, requestTiming, toRequestId } from '@/lib/request-id'

/** Gives each page its headers, the same on both mounts; Next reads the nonce from the request's. */
export function proxy(request: NextRequest): NextResponse {
  const nowhere = request.nextUrl.pathname.includes('%00')
  const nonce = randomBytes(16).toString('base64')
  const headers = pageHeaders({
    nonce,
    formTarget: formTargetOf(request),
    hasFrames: hasFrames(request),
  })
  const forwarded = new Headers(request.headers)
  forwarded.set('content-security-policy', String(headers['Content-Security-Policy']))
  const id = toRequestId(request.headers.get(requestIdHeader), env().trustedProxy)
  forwarded.set(requestIdHeader, id)
  const init = {
    request: { headers: forwarded },
    headers: { ...headers, ...requestTiming(id), [requestIdHeader]: id },
  }
  // No database can be asked for a NUL: what has it in its address is not there.
  return nowhere
    ? NextResponse.rewrite(new URL('/nowhere', request.url), init)
    : NextResponse.next(init)
}

export const config = {
  // Neither addresses for machines, which set headers of their own, nor files and images.
  matcher:
    '/((?!api/(?!auth/)|oauth/|\\.well-known/|copilot/|gpt-action/|openapi\\.json$|openapi-3\\.0\\.json$|mcp$|health$|ready$|metrics$|cron/|robots\\.txt$|llms\\.txt$|logo/|_next/|[^/]+\\.(?:ico|png|svg)$|(?:(?:stays|confirm)/[^/]+/)?opengraph-image|confirm/[^/]+/state$|interaction/[^/]+/(?:decision|logo|whole)$|account/(?:data/download|activity/export)$|outbox/[^/]+$|playground/[^/]+/view/[^/]+$).*)',
}

/** Where the two pages lead on whose form may end at another site: an address that was checked. */
function formTargetOf({ nextUrl, headers }: NextRequest): string | null {
  const [, uid] = nextUrl.pathname.match(/^\/interaction\/([^/]+)$/) ?? []
  if (uid) return readFormTarget(headers.get('cookie') ?? '', uid)
  if (nextUrl.pathname !== '/sign-out') return null
  const next = readLogoutRequest(nextUrl.searchParams.get('request'))?.next
  return next ? toFormTarget(next) : null
}

/** The playground shows views of plugins, each in a frame with a policy of its own. */
const hasFrames = ({ nextUrl }: NextRequest): boolean => nextUrl.pathname.startsWith('/playground')
