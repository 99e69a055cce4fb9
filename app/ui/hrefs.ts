export const signInHref = (next: string | null): string => withNext('/sign-in', next)

export const signUpHref = (next: string | null): string => withNext('/sign-up', next)

export const resetHref = (next: string | null): string => withNext('/reset-password', next)

/** `again`: also for somebody who is signed in. */
export const mailSignInHref = (next: string | null, again = false): string =>
  withNext(again ? '/sign-in/mail?again=1' : '/sign-in/mail', next)

export type MailedFor = 'sign-up' | 'sign-in' | 'reset' | 'email'

export const lookAtMailHref = (why: MailedFor, next: string | null = null): string =>
  withNext(`/look-at-your-mail?for=${why}`, next)
export const secondStepHref = (next: string | null): string =>
  withNext('/sign-in/second-step', next)

/** Where who chose a new password decides about what was connected before; `done`: it is ended. */
export const afterResetHref = (next: string | null, done = false): string =>
  withNext(done ? '/account/after-reset?done=1' : '/account/after-reset', next)

/** For somebody who is signed in already: to make sure that it is them. */
export const signInAgainHref = (next: string): string => `${signInHref(next)}&again=1`

const withNext = (path: string, next: string | null): string =>
  next ? `${path}${path.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}` : path
