import { defaultLocale, type Locale, locales } from './locales'

export type Wishes = {
  /** What the app asked for: OpenID Connect Core §3.1.2.1, ui_locales. */
  uiLocales?: string | null
  account?: string | null
  /** What the language switch left in this browser. */
  chosen?: string | null
  acceptLanguage?: string | null
}

/** The first wish that can be met. */
export const chooseLocale = ({ uiLocales, account, chosen, acceptLanguage }: Wishes): Locale =>
  matchLocales(uiLocales) ??
  matchLocales(account) ??
  matchLocales(chosen) ??
  matchAcceptLanguage(acceptLanguage) ??
  defaultLocale

/** Tags separated by spaces, the dearest first; null when none of them is spoken here. */
export function matchLocales(tags: string | null | undefined): Locale | null {
  for (const tag of longestRead(tags).split(' ')) {
    const key = toKey(tag)
    const locale = key && spoken.get(key)
    if (locale) return locale
  }
  return null
}

// RFC 9110 §12.5.4: q=0 is "not this one".
function matchAcceptLanguage(header: string | null | undefined): Locale | null {
  const wishes = longestRead(header)
    .split(',')
    .map((wish) => {
      const [tag = '', weight] = wish.split(/;\s*q=/)
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) || 0 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return matchLocales(wishes.map(({ tag }) => tag).join(' '))
}

const longestRead = (text: string | null | undefined): string => (text ?? '').slice(0, 300)

// By language and script: fr-CA reads French, zh-TW does not read simplified Chinese.
function toKey(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return `${language} ${script}`
  } catch {
    return null
  }
}

const spoken = new Map(locales.map((locale) => [toKey(locale), locale]))
