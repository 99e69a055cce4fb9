export const signInHref = (next: string | null): string => withNext('/sign-in', next)

export const signUpHref = (next: string | null): string => withNext('/sign-up', next)

const withNext = (path: string, next: string | null): string =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path
