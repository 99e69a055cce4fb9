import { createFormatter, createTranslator, type IntlError } from 'use-intl/core'
import { languages, type Messages } from './languages'
import type { Locale } from './locales'

/** One file of messages, which is one room of the site. */
export type Namespace = keyof Messages

/** Who stands in a room: `t('title')`, `t('ago', { days })`, `t.rich('text', { b })`. */
export type Translator<N extends Namespace> = ReturnType<typeof createTranslator<Messages, N>>

/** A key of a room; `MessageKey<'errors'>` is what lib/people answers instead of a sentence. */
export type MessageKey<N extends Namespace> = Parameters<Translator<N>>[0]

export function translate<N extends Namespace>(locale: Locale, namespace: N): Translator<N> {
  const key = `${locale} ${namespace}`
  // A message is parsed once, by the translator that keeps it.
  const known = translators.get(key) as Translator<N> | undefined
  if (known) return known
  const made: Translator<N> = createTranslator({
    locale,
    namespace,
    messages: languages[locale].messages as Messages,
    timeZone,
    onError,
  })
  translators.set(key, made)
  return made
}

export type Formatter = ReturnType<typeof createFormatter>

/** Dates, numbers, money and lists as this language writes them; days and hours are UTC. */
export function formatterOf(locale: Locale): Formatter {
  const known = formatters.get(locale)
  if (known) return known
  const made = createFormatter({ locale, timeZone, onError })
  formatters.set(locale, made)
  return made
}

const timeZone = 'UTC'

const translators = new Map<string, unknown>()

const formatters = new Map<Locale, Formatter>()

// A value that a message wants and does not get is a mistake in the code: it must not go unseen.
function onError(error: IntlError): void {
  throw error
}
