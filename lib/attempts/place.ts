import { clientAddress } from '@/lib/client-address'
import { isProbe } from '@/lib/probe/mark'
import { cutLongest } from './facts'
import type { Place } from './row'

/** Where a request comes from, by its headers. */
export const toPlace = (
  forwardedFor: string | null | undefined,
  userAgent?: string | null,
): Place => ({
  address: clientAddress(forwardedFor),
  isProbe: isProbe(userAgent ?? ''),
  userAgent: cutLongest((userAgent ?? '').slice(0, 200)),
})
