import type { IncomingHttpHeaders } from 'node:http'

// RFC 9111 §1.2.2: a number of seconds larger than this counts as this.
const longest = 2 ** 31

/**
 * How long an answer may be kept, in whole seconds, by its Cache-Control (RFC 9111 §5.2.2): 0 for
 * `no-store` and `no-cache`, null when it does not say. Uncapped: how long is too long is the
 * caller's to decide.
 */
export function maxAgeOf(headers: IncomingHttpHeaders): number | null {
  const directives = (headers['cache-control'] ?? '').split(',').map((part) => part.trim())
  if (directives.some((directive) => /^no-(store|cache)$/i.test(directive))) return 0
  for (const directive of directives) {
    const seconds = /^max-age=(?:(\d+)|"(\d+)")$/i.exec(directive)
    if (seconds) return Math.min(Number(seconds[1] ?? seconds[2]), longest)
  }
  return null
}

/** The entity tag, or null when there is none or it is none that may be sent back (RFC 9110 §8.8.3). */
export function etagOf(headers: IncomingHttpHeaders): string | null {
  const { etag } = headers
  return etag !== undefined && isEtag(etag) ? etag : null
}

export function isEtag(text: string): boolean {
  return text.length <= 256 && /^(W\/)?"[\x21\x23-\x7e]*"$/.test(text)
}
