export type Setting = { name: string; href: string; about: string }

/** What a person can look at and change, in the order of the account page. */
export const settings: Setting[] = [
  { name: 'Connections', href: '/account/connections', about: 'Apps that act for you.' },
  {
    name: 'Email address',
    href: '/account/email',
    about: 'Where we reach you; you sign in with it.',
  },
  { name: 'Password', href: '/account/password', about: 'Choose a new one.' },
  {
    name: 'Where you are signed in',
    href: '/account/sessions',
    about: 'Browsers that can open your account, and how to sign them out.',
  },
]
