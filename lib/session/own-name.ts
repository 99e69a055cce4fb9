import { headers } from 'next/headers'
import { isLoopback } from '@/lib/env'

/** DNS rebinding: `npm run dev` answers to every name that leads to this machine. */
export async function isAskedByOwnName(): Promise<boolean> {
  const host = (await headers()).get('host') ?? ''
  return isLoopback(host.replace(/:\d+$/, ''))
}
