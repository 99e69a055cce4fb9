import { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { OutboundError, toOutboundError } from './errors'
import type { Target } from './target'

export type ResolvedAddress = { address: string; family: number }

/** Turns a name into its addresses; rejects or gives none when there are none. */
export type ResolveName = (hostname: string, signal: AbortSignal) => Promise<ResolvedAddress[]>

/**
 * The addresses to connect to: asked for once, every one checked. One that is not allowed refuses
 * them all, since a name that points inward at all is not one to talk to.
 */
export async function requireAddresses(
  target: Target,
  signal: AbortSignal,
  resolve: ResolveName = askDns,
): Promise<ResolvedAddress[]> {
  const found = await findAddresses(target, signal, resolve)
  const addresses = found.map(({ address }) => ({ address, family: isIP(address) }))
  if (addresses.length === 0) throw new OutboundError('dns')
  if (!addresses.every(({ address }) => target.allows(address))) {
    throw new OutboundError('blocked_address')
  }
  return addresses
}

async function findAddresses({ host }: Target, signal: AbortSignal, resolve: ResolveName) {
  if (isIP(host)) return [{ address: host }]
  // RFC 6761 §6.3: localhost is the loopback interface, whatever a name server says.
  if (host === 'localhost') return [{ address: '127.0.0.1' }, { address: '::1' }]
  try {
    return await resolve(host, signal)
  } catch (error) {
    throw toOutboundError(error, 'dns')
  }
}

/**
 * Asks the name servers directly. The system's resolver would also read the hosts file, append
 * search domains, and hold a thread of Node's small pool for as long as a stranger's server wants.
 */
async function askDns(hostname: string, signal: AbortSignal): Promise<ResolvedAddress[]> {
  const resolver = new Resolver({ timeout: 1000, tries: 2 })
  signal.addEventListener('abort', () => resolver.cancel(), { once: true })
  const [v4, v6] = await Promise.allSettled([
    resolver.resolve4(hostname),
    resolver.resolve6(hostname),
  ])
  if (v4.status === 'rejected' && v6.status === 'rejected') throw v4.reason
  const addresses = [v4, v6].flatMap((answer) =>
    answer.status === 'fulfilled' ? answer.value : [],
  )
  return addresses.map((address) => ({ address, family: isIP(address) }))
}
