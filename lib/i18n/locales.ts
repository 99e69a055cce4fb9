import { languages } from './languages'

export type Locale = keyof typeof languages

export const locales = Object.keys(languages) as Locale[]

export const defaultLocale: Locale = 'en'

export const directionOf = (locale: Locale): 'ltr' | 'rtl' => languages[locale].direction

/** What speakers of a language call it. */
export const nameOf = (locale: Locale): string => languages[locale].name
