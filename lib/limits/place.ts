import { BlockList, isIP } from 'node:net'
import { clientAddress, networkOf } from '@/lib/client-address'
import { egress, type HostId } from '@/lib/hosts'
import { sha256 } from '@/lib/secrets'

/** Where a call without a token comes from; `person` is believed from a host's own addresses only. */
export type Place = { network: string; host: HostId | null; person: string | null }

export function placeOf(forwardedFor: string | null, hostsPerson: string | null): Place {
  const address = clientAddress(forwardedFor)
  const host = hostAt(address)
  const person = host && hostsPerson ? sha256(hostsPerson) : null
  return { network: networkOf(address), host, person }
}

function hostAt(address: string): HostId | null {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (isIP(address) === 0) return null
  return lists.find(({ list }) => list.check(address, family))?.host ?? null
}

const lists = egress.map(({ host, ranges }) => {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', bits] = range.split('/')
    list.addSubnet(network, Number(bits), isIP(network) === 6 ? 'ipv6' : 'ipv4')
  }
  return { host, list }
})
