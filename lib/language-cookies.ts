import { env } from '@/lib/env'

/** What the language switch left in this browser. */
export const languageCookie = (): string => nameOf('language')

/**
 * The language that an app asked for, for as long as its request lasts: written by the
 * authorization server, read by every page of the visit.
 */
export const uiLocalesCookie = (): string => nameOf('ui-locales')

const nameOf = (what: string): string => `${env().local ? '' : '__Host-'}latchkey.${what}`
