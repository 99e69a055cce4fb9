export const signInHref = (next: string | null): string => withNext('/sign-in', next)

export const signUpHref = (next: string | null): string => withNext('/sign-up', next)

export const secondStepHref = (next: string | null): string =>
  withNext('/sign-in/second-step', next)

/** For somebody who is signed in already: to make sure that it is them. */
export const signInAgainHref = (next: string): string => `${signInHref(next)}&again=1`

const withNext = (path: string, next: string | null): string =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path
