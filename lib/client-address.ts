import { isIP } from 'node:net'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

/**
 * Where a request comes from, by its X-Forwarded-For. Only the last entry was written by the proxy
 * that we trust; those before it are the visitor's own words. `unknown` when it is no address.
 */
export function clientAddress(forwardedFor: string | null | undefined): string {
  if (!env().trustedProxy && forwardedFor) warnOfProxy()
  const last = env().trustedProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined
  return withoutPort(last ?? '') || 'unknown'
}

let warned = false

/** Once: behind a proxy that is not trusted, all visitors are one place and share its limits. */
export function warnOfProxy(): void {
  if (warned || env().local) return
  warned = true
  log.warn(
    'requests carry X-Forwarded-For, and TRUSTED_PROXY is not set. If a proxy of yours writes it, set TRUSTED_PROXY=1: until then all visitors count as one.',
  )
}

// Some proxies write 203.0.113.7:4711 or [2001:db8::1]:4711.
function withoutPort(entry: string): string {
  const address = entry.match(/^\[(.+)\](:\d+)?$/)?.[1] ?? entry.replace(/^([\d.]+):\d+$/, '$1')
  return isIP(address) ? address.replace(/^::ffff:(?=\d+\.)/i, '') : ''
}

/** What one visitor can choose from freely counts as one place: a /64 of IPv6. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail = ''] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const last = tail.split(':').filter(Boolean)
  const zeros = address.includes('::') ? 8 - groups.length - last.length : 0
  return [...groups, ...Array<string>(zeros).fill('0'), ...last].slice(0, 4).join(':')
}
