import { env } from '@/lib/env'

/** What people call it; the host of one that this site does not offer any more. */
export const providerName = (issuer: string): string =>
  env().providers.find((provider) => provider.issuer === issuer)?.name ?? new URL(issuer).host
