import { z } from 'zod'

const text = z.string().trim().min(1).optional().catch(undefined)

export const providerVariables = {
  GOOGLE_CLIENT_ID: text,
  GOOGLE_CLIENT_SECRET: text,
  GITHUB_CLIENT_ID: text,
  GITHUB_CLIENT_SECRET: text,
  SIGN_IN_ISSUER: z.literal('').or(z.url()).optional(),
  SIGN_IN_CLIENT_ID: text,
  SIGN_IN_CLIENT_SECRET: text,
  SIGN_IN_NAME: text,
}

type Name = keyof typeof providerVariables
type Values = Partial<Record<Name, string>>

/** Where people may have an account already that signs them in here. */
export type ProviderSettings = {
  id: 'google' | 'github' | 'own'
  /** As people call it. */
  name: string
  /** Who vouches: with the provider's own id for a person, it names that person for good. */
  issuer: string
  clientId: string
  clientSecret: string
}

const groups: Name[][] = [
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['SIGN_IN_ISSUER', 'SIGN_IN_CLIENT_ID', 'SIGN_IN_CLIENT_SECRET', 'SIGN_IN_NAME'],
]

/** All of a provider or nothing of it: the names of what lacks. */
export function missingOfProviders(values: Values, local: boolean): string[] {
  const missing = groups
    .filter((group) => group.some((name) => values[name]))
    .flatMap((group) => group.filter((name) => !values[name]) as string[])
  const issuer = values.SIGN_IN_ISSUER
  if (issuer && !isIssuer(issuer, local)) missing.push('SIGN_IN_ISSUER (with https)')
  return missing
}

// OpenID Connect Core §2: https, no query or fragment. Plain http only on this machine.
function isIssuer(issuer: string, local: boolean): boolean {
  const { protocol, hostname, search, hash, username } = new URL(issuer)
  const here = local && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
  return (protocol === 'https:' || (here && protocol === 'http:')) && !search && !hash && !username
}

export function readProviders(values: Values): ProviderSettings[] {
  const known = [
    { id: 'google', name: 'Google', issuer: 'https://accounts.google.com', key: 'GOOGLE' },
    { id: 'github', name: 'GitHub', issuer: 'https://github.com', key: 'GITHUB' },
    {
      id: 'own',
      name: values.SIGN_IN_NAME ?? '',
      issuer: values.SIGN_IN_ISSUER ?? '',
      key: 'SIGN_IN',
    },
  ] as const
  return known.flatMap(({ key, ...provider }) => {
    const clientId = values[`${key}_CLIENT_ID`]
    const clientSecret = values[`${key}_CLIENT_SECRET`]
    return clientId && clientSecret ? [{ ...provider, clientId, clientSecret }] : []
  })
}
