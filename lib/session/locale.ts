import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { env } from '@/lib/env'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import type { Locale } from '@/lib/i18n/locales'
import {
  type Formatter,
  formatterOf,
  type Namespace,
  type Translator,
  translate,
} from '@/lib/i18n/translate'
import { languageCookie, uiLocalesCookie } from '@/lib/language-cookies'
import { setLocale } from '@/lib/people/language'
import { getPerson } from './person'

/** The language of this request; chosen once. */
export const getLocale = cache(async (): Promise<Locale> => {
  const jar = await cookies()
  return chooseLocale({
    uiLocales: jar.get(uiLocalesCookie())?.value,
    account: (await getPerson())?.locale,
    chosen: jar.get(languageCookie())?.value,
    acceptLanguage: (await headers()).get('accept-language'),
  })
})

export const getTranslator = async <N extends Namespace>(namespace: N): Promise<Translator<N>> =>
  translate(await getLocale(), namespace)

export const getFormatter = async (): Promise<Formatter> => formatterOf(await getLocale())

/** As the person chose it: in this browser, and wherever they sign in. */
export async function chooseLanguage(locale: Locale): Promise<void> {
  const jar = await cookies()
  jar.set(languageCookie(), locale, options())
  // What the person says counts more than what the app they come from said.
  jar.set(uiLocalesCookie(), '', { ...options(), maxAge: 0 })
  const person = await getPerson()
  if (person) await setLocale(person.id, locale)
}

const options = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  path: '/',
  secure: !env().local,
  maxAge: 365 * 24 * 3600,
})
