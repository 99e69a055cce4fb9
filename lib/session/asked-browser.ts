import { cookies } from 'next/headers'
import { env } from '@/lib/env'
import { randomToken } from '@/lib/secrets'

const name = (): string => (env().local ? 'latchkey.asked' : '__Host-latchkey.asked')

/** Marks this browser as the one that asked for an account, for as long as the mailed link works. */
export async function markAskedBrowser(): Promise<string> {
  const value = randomToken()
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: !env().local } as const
  ;(await cookies()).set(name(), value, { ...options, maxAge: 24 * 3600 })
  return value
}

export const readAskedBrowser = async (): Promise<string | null> =>
  (await cookies()).get(name())?.value ?? null
