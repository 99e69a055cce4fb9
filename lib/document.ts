import { createHash } from 'node:crypto'

/** A text that depends on nothing but the release, the environment and its edition. */
export type Document = {
  type: string
  text: () => string | Promise<string>
  /** Names the edition of now; the text is made anew when the name changes. */
  edition?: () => string | Promise<string>
}

type Made = { text: string; etag: string; edition: string | undefined }

/** Serves a document to anybody, with a validator (RFC 9110 §13.1.2); made once an edition. */
export function serveDocument(document: Document): (request: Request) => Promise<Response> {
  let made: Made | undefined
  return async (request) => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: openToAll })
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD, OPTIONS' } })
    }
    const edition = await document.edition?.()
    if (made === undefined || made.edition !== edition) {
      made = { ...make(await document.text()), edition }
    }
    const headers = {
      ...openToAll,
      'content-type': document.type,
      // What can change while the site runs is asked for each time, and mostly not sent again.
      'cache-control': edition === undefined ? 'public, max-age=300' : 'no-cache',
      etag: made.etag,
    }
    const known =
      request.headers
        .get('if-none-match')
        ?.split(',')
        .map((tag) => tag.trim()) ?? []
    if (known.some((tag) => tag.replace(/^W\//, '') === made?.etag || tag === '*')) {
      return new Response(null, { status: 304, headers })
    }
    return new Response(request.method === 'HEAD' ? null : made.text, { headers })
  }
}

const make = (text: string) => ({
  text,
  etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
})

const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': '*',
  'access-control-allow-private-network': 'true',
}
