/**
 * Every scope this server knows; a scope that is not here does not compile in an operation.
 * `kind` is how consent groups it. `standard` ones belong to OpenID Connect; `optional` ones are data
 * that the person adds by their own choice, never needed for an operation to work; `technical` ones
 * go with the connection itself and are the only ones that cannot be left out.
 */
export const scopes = {
  openid: {
    title: 'Recognize you',
    detail: 'A number that stands for your account.',
    kind: 'see',
    standard: true,
    technical: true,
  },
  profile: {
    title: 'Your name',
    detail: 'The name you gave when you signed up.',
    kind: 'see',
    standard: true,
    optional: true,
  },
  email: {
    title: 'Your email address',
    detail: 'And whether it is verified.',
    kind: 'see',
    standard: true,
    optional: true,
  },
  offline_access: {
    title: 'Stay connected',
    detail: 'Until you disconnect it.',
    kind: 'see',
    standard: true,
    technical: true,
  },
  'reservations:read': { title: 'See your reservations', detail: '', kind: 'see' },
  'reservations:write': { title: 'Book and cancel stays for you', detail: '', kind: 'do' },
  location: {
    title: 'Your state or province',
    detail: 'To put stays near you first.',
    kind: 'see',
    optional: true,
  },
} as const satisfies Record<string, ScopeText>

type ScopeText = {
  title: string
  detail: string
  kind: 'see' | 'do'
  standard?: true
  optional?: true
  technical?: true
}

export type Scope = keyof typeof scopes

export const allScopes = Object.keys(scopes) as Scope[]

export const isScope = (name: string): name is Scope => Object.hasOwn(scopes, name)

export const aboutScope = (name: Scope): ScopeText => scopes[name]
