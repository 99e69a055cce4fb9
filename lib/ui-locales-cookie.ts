import { env } from '@/lib/env'

/**
 * The language that an app asked for, for as long as its request lasts: written by the
 * authorization server, read by every page of the visit.
 */
export const uiLocalesCookie = (): string =>
  env().local ? 'latchkey.ui-locales' : '__Host-latchkey.ui-locales'
