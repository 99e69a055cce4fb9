import { z } from 'zod'
import { env } from '@/lib/env'
import type { ProviderSettings } from '@/lib/provider-settings'
import { defineSetting, readSetting } from './setting'

export type WaysIn = {
  /** Closed: who has an account signs in, and nobody makes a new one. */
  signUp: 'open' | 'closed'
  /** Signing in by a mailed link; a forgotten password is always mended by one. */
  mailedLink: boolean
  /** Ids of providers that are set up and not used. */
  providersOff: string[]
}

/** How people get in. A password and passkeys are always taken: operators must not lock themselves out. */
export const waysIn = defineSetting<WaysIn>({
  name: 'ways-in',
  schema: z.object({
    signUp: z.enum(['open', 'closed']),
    mailedLink: z.boolean(),
    providersOff: z.array(z.string().max(60)).max(50),
  }),
  fallback: () => ({ signUp: 'open', mailedLink: true, providersOff: [] }),
})

export const isSignUpOpen = async (): Promise<boolean> =>
  (await readSetting(waysIn)).signUp === 'open'

/** The providers whose accounts sign people in now. */
export async function usedProviders(): Promise<ProviderSettings[]> {
  const { providersOff } = await readSetting(waysIn)
  return env().providers.filter(({ id }) => !providersOff.includes(id))
}
