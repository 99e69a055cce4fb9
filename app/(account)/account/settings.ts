/** What a person can look at and change, in the order of the account page. */
export const settings = [
  'connections',
  'activity',
  'keys',
  'email',
  'password',
  'security',
  'sessions',
  'data',
] as const
