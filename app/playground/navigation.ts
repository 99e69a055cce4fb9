/** Whether a person of this site went here; another site can lead anybody to an address. */
export function isOwnNavigation({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  return site !== 'cross-site' && site !== 'same-site'
}

/** Whether a page of this site shows it in a frame: alone, a stranger's words would stand as its page. */
export const isForFrame = (request: Request): boolean =>
  isOwnNavigation(request) && ['iframe', null].includes(request.headers.get('sec-fetch-dest'))

/**
 * Next's script asks for an address before it goes there, and goes by itself once the answer is none of
 * its own kind. That question may begin nothing.
 */
export const isLookAhead = ({ headers }: Request): boolean =>
  !['navigate', null].includes(headers.get('sec-fetch-mode'))

export const lookAhead = (): Response =>
  new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
