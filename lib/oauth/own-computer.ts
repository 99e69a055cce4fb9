import { BlockList, isIP } from 'node:net'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')
// The unspecified address leads to this machine as well.
loopback.addAddress('0.0.0.0', 'ipv4')
loopback.addAddress('::', 'ipv6')

/**
 * Whether a URL's hostname leads to the person's own computer, where any program may answer
 * (RFC 8252 §8.6), in whatever way that is written.
 */
export function isOwnComputer(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  if (family > 0) return loopback.check(host, family === 6 ? 'ipv6' : 'ipv4')
  // RFC 6761 §6.3: every name under localhost, too; a dot at the end changes nothing.
  return /(^|\.)localhost\.?$/i.test(host)
}
