/** Every scope this server knows; a scope that is not here does not compile in an operation. */
export const scopes = {
  openid: { title: 'Recognize you', detail: 'A number that stands for your account.' },
  profile: { title: 'Your name', detail: 'The name you gave when you signed up.' },
  email: { title: 'Your email address', detail: 'And whether it is verified.' },
  offline_access: { title: 'Stay connected', detail: 'Until you disconnect it.' },
  'reservations:read': { title: 'See your reservations', detail: '' },
  'reservations:write': { title: 'Book and cancel stays for you', detail: '' },
  location: { title: 'Your state or province', detail: 'To put stays near you first.' },
} as const satisfies Record<string, { title: string; detail: string }>

export type Scope = keyof typeof scopes

export const isScope = (name: string): name is Scope => Object.hasOwn(scopes, name)
