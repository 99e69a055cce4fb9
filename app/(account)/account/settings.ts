export type Setting = { name: string; href: string; about: string }

/** What a person can look at and change, in the order of the account page. */
export const settings: Setting[] = [
  { name: 'Connections', href: '/account/connections', about: 'Apps that act for you.' },
  { name: 'Activity', href: '/account/activity', about: 'What they did in your name.' },
  { name: 'Keys', href: '/account/keys', about: 'For programs of your own that take a key.' },
  {
    name: 'Email address',
    href: '/account/email',
    about: 'Where we reach you; you sign in with it.',
  },
  { name: 'Password', href: '/account/password', about: 'Choose a new one.' },
  { name: 'Security', href: '/account/security', about: 'Passkeys and a second step.' },
  {
    name: 'Where you are signed in',
    href: '/account/sessions',
    about: 'Browsers that can open your account, and how to sign them out.',
  },
  { name: 'Your data', href: '/account/data', about: 'Take it with you, or delete your account.' },
]
