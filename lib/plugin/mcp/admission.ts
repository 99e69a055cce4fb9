import { isLoopback } from '@/lib/env'
import { allowanceHeaderNames } from '../allowance'

/**
 * Whether a request may come in at all. DNS rebinding makes a hostile page's own name lead to this
 * machine, which matters to a server that listens here: it answers to loopback names only, and to no
 * page but those of this machine (the Inspector, for one). A deployed server is reached by anybody
 * under its own certificate; nothing here reads a cookie and a token stands in a header, so a page of
 * another origin gains nothing by calling. There an `https:` page or a page of the reader's own machine
 * may, and one that came over plain http, or from nowhere (`null`), may not.
 */
export function isAdmitted(request: Request, own: URL): boolean {
  const origin = request.headers.get('origin')
  const from = origin !== null && URL.canParse(origin) ? new URL(origin) : null
  if (origin !== null && !from) return false
  if (!isLoopback(own.hostname)) {
    return from === null || from.protocol !== 'http:' || isLoopback(from.hostname)
  }
  return isLoopback(hostnameOf(request)) && (from === null || isLoopback(from.hostname))
}

const hostnameOf = (request: Request): string =>
  request.headers.get('host')?.toLowerCase().replace(/:\d+$/, '') ?? new URL(request.url).hostname

export const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': `WWW-Authenticate, Mcp-Session-Id, Mcp-Protocol-Version, ${allowanceHeaderNames}`,
}

export const preflight = {
  status: 204,
  text: null,
  headers: {
    // A client that was given a session id may end it, and is told that there is no need.
    'access-control-allow-methods': 'POST, DELETE, OPTIONS',
    'access-control-allow-headers':
      'authorization, content-type, accept, mcp-protocol-version, mcp-method, mcp-name, mcp-session-id, last-event-id',
    'access-control-allow-private-network': 'true',
    'access-control-max-age': '600',
  },
}
