import { BlockList, isIP } from 'node:net'

/**
 * Whether a textual IP address is an ordinary public one. Everything else is refused: what the
 * IANA special-purpose registries (RFC 6890) list, multicast, and the IPv6 forms that carry an
 * IPv4 address inside, whatever that address is.
 */
export function isPublicAddress(address: string): boolean {
  // A zone (`fe80::1%eth0`) names an interface of this machine.
  if (address.includes('%')) return false
  const family = isIP(address)
  if (family === 4) return !special.check(address, 'ipv4')
  // Outside 2000::/3 nothing is global unicast (RFC 4291 §2.4): loopback, unspecified,
  // IPv4-mapped and -compatible, NAT64, discard-only, unique local, link-local, multicast.
  return family === 6 && global.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

/** The two loopback addresses that local mode may reach; the rest of 127/8 stays refused. */
export function isLoopbackAddress(address: string): boolean {
  return address === '127.0.0.1' || address === '::1'
}

const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')

// Node's BlockList and not a package: it is built in, compares bits instead of text, and what is
// refused stands here to be read against the registries.
const special = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT; a cloud's metadata at 100.100.100.200
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // Azure's platform address: public by number, reaches only the host
  ['169.254.0.0', 16], // link-local, with most clouds' metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // IETF protocols; a cloud's metadata at 192.0.0.192
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // AMT
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, with the broadcast address
] as const) {
  special.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['2001::', 23], // IETF protocols: Teredo, benchmarks, ORCHID, AMT, AS112
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation
] as const) {
  special.addSubnet(network, prefix, 'ipv6')
}
