// An id that is a URL would stand in the path as %2F, which some proxies do not let through.
const marker = '~'

/** The page of a client, whatever its id looks like. */
export const clientHref = (id: string): string => `/admin/clients/${toSegment(id)}`

const toSegment = (id: string): string =>
  /^[\w-]+$/.test(id) ? id : marker + Buffer.from(id).toString('base64url')

/** The id that such an address names. */
export function readClientId(segment: string): string {
  const given = decodeURIComponent(segment)
  if (!given.startsWith(marker)) return given
  return Buffer.from(given.slice(marker.length), 'base64url').toString().replaceAll('\0', '')
}
