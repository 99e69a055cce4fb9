import type { Translator } from '@/lib/i18n/translate'

/** What a browser calls itself, in plain words: "Firefox on Windows". Rough on purpose. */
export function toBrowserName(userAgent: string): string {
  const browser = nameIn(browsers, userAgent)
  const system = nameIn(systems, userAgent)
  if (!browser && !system) return 'Unknown browser'
  return system ? `${browser ?? 'A browser'} on ${system}` : String(browser)
}

/** Such a name, as it was written down, in the reader's language. */
export function sayBrowserName(name: string, t: Translator<'account'>): string {
  const [browser = '', system] = name.split(' on ')
  if (!isNamed(browsers, browser)) {
    return system ? t('browser.system', { system }) : t('browser.unknown')
  }
  return system ? t('browser.both', { browser, system }) : browser
}

// In this order: each says that it is those below it too.
const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/HeadlessChrome\/|Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

const nameIn = (names: [RegExp, string][], userAgent: string): string | undefined =>
  names.find(([pattern]) => pattern.test(userAgent))?.[1]

const isNamed = (names: [RegExp, string][], name: string): boolean =>
  names.some(([, known]) => known === name)
