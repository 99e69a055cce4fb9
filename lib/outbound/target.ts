import { isIP } from 'node:net'
import { isLoopbackAddress, isPublicAddress } from './address'
import { OutboundError } from './errors'

/** Where an exchange goes, and which addresses it may connect to. */
export type Target = {
  url: URL
  /** The name or the IP address, without brackets. */
  host: string
  allows: (address: string) => boolean
}

/** Characters of an address; a longer one goes nowhere. */
export const longestUrl = 2048

/** The target that a stranger's URL names, or an OutboundError `bad_url` or `blocked_address`. */
export function requireTarget(text: string, allowLoopback: boolean): Target {
  // What the URL parser would repair or drop is refused, so that nobody reads the text otherwise
  // than it does: blanks, controls, backslashes, missing slashes, a user, an empty fragment.
  if (text.length > longestUrl || !/^https?:\/\/[^\s\p{Cc}\\@#/?][^\s\p{Cc}\\#]*$/iu.test(text))
    refuse()
  if (/^[^/]*\/\/[^/?]*@/.test(text) || !URL.canParse(text)) refuse()

  const url = new URL(text)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (allowLoopback && (host === 'localhost' || isLoopbackAddress(host))) {
    return { url, host, allows: isLoopbackAddress }
  }
  if (url.protocol !== 'https:' || url.port !== '') refuse()
  if (isIP(host) ? !isPublicAddress(host) : isInternalName(host)) {
    throw new OutboundError('blocked_address')
  }
  // A name with the root's dot is another Host and another SNI for the same machine.
  if (host.endsWith('.')) refuse()
  return { url, host, allows: isPublicAddress }
}

function refuse(): never {
  throw new OutboundError('bad_url')
}

// RFC 6761, 6762, 7686 and 8375, ICANN's `internal`, and what home routers and clouds answer to.
const internalName =
  /^[^.]*$|(^|\.)(localhost|local|localdomain|internal|intranet|lan|home\.arpa|onion)$/

function isInternalName(host: string): boolean {
  return internalName.test(host.replace(/\.+$/, ''))
}
