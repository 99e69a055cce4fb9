import { expect, it } from 'vitest'
import { translate } from '@/lib/i18n/translate'
import { sayBrowserName, toBrowserName } from './browser-name'

const mozilla = 'Mozilla/5.0'
const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'

it.each([
  [
    `${mozilla} (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0`,
    'Firefox on Windows',
  ],
  [
    `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/19.0 Safari/605.1.15`,
    'Safari on Mac',
  ],
  [`${mozilla} (X11; Linux x86_64) ${webkit} Chrome/142.0.0.0 Safari/537.36`, 'Chrome on Linux'],
  [
    `${mozilla} (Windows NT 10.0) ${webkit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0`,
    'Edge on Windows',
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${webkit} CriOS/142.0 Mobile Safari/604.1`,
    'Chrome on iPhone',
  ],
  [
    `${mozilla} (Linux; Android 16) ${webkit} SamsungBrowser/29.0 Chrome/130.0 Mobile Safari/537.36`,
    'Samsung Internet on Android',
  ],
  ['curl/8.5.0', 'Unknown browser'],
  ['', 'Unknown browser'],
])('%s is said in plain words', (userAgent, name) => {
  expect(toBrowserName(userAgent)).toBe(name)
})

it.each([
  ['Firefox on Windows', 'Firefox على Windows'],
  ['A browser on Linux', 'متصفح على Linux'],
  ['Safari', 'Safari'],
  ['Unknown browser', 'متصفح غير معروف'],
  ['', 'متصفح غير معروف'],
])('%s is said in Arabic', (name, said) => {
  expect(sayBrowserName(name, translate('ar', 'account'))).toBe(said)
})

it('is said in English as it was written down', () => {
  for (const name of ['Firefox on Windows', 'A browser on Linux', 'Edge', 'Unknown browser']) {
    expect(sayBrowserName(name, translate('en', 'account'))).toBe(name)
  }
})
