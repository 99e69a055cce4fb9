import { createHash } from 'node:crypto'

/** A text that depends on nothing but the release and the origin. */
export type Document = { type: string; text: () => string }

type Made = { text: string; etag: string }

/** Serves a document to anybody, with a validator; made once a process. RFC 9110 §13.1.2. */
export function serveDocument(document: Document): (request: Request) => Response {
  let made: Made | undefined
  return (request) => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: openToAll })
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD, OPTIONS' } })
    }
    made ??= make(document.text())
    const headers = {
      ...openToAll,
      'content-type': document.type,
      'cache-control': 'public, max-age=300',
      etag: made.etag,
    }
    const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? []
    if (known.some((tag) => tag.replace(/^W\//, '') === made?.etag || tag === '*')) {
      return new Response(null, { status: 304, headers })
    }
    return new Response(request.method === 'HEAD' ? null : made.text, { headers })
  }
}

const make = (text: string): Made => ({
  text,
  etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
})

const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': '*',
}
