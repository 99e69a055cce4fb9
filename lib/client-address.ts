import { env } from '@/lib/env'

/**
 * Where a request comes from, by its X-Forwarded-For. Only the last entry was written by the proxy
 * that we trust; those before it are the visitor's own words.
 */
export function clientAddress(forwardedFor: string | null | undefined): string {
  const last = env().trustedProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined
  return last || 'unknown'
}
