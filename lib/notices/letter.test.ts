import { expect, it } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import { isMailed, noticeKinds } from './kinds'
import { toNoticeLetter } from './letter'

it.each(noticeKinds.filter(isMailed))('a mail about %s leads nowhere but to this site', (kind) => {
  process.env.APP_ORIGIN = ''
  for (const locale of locales) {
    const letter = toNoticeLetter({ kind, at: new Date(), locale, about: 'Claude' })('Rooms')
    const hosts = [...JSON.stringify(letter).matchAll(/https?:\/\/[^/"\s]+/g)].map(([host]) => host)
    expect(new Set(hosts)).toEqual(new Set(['http://localhost:3000']))
    expect(letter.subject.length).toBeLessThan(60)
    expect(JSON.stringify(letter)).not.toMatch(/[{}]{2}|undefined/)
  }
})

it('says when it happened as its reader writes it', () => {
  const at = new Date('2026-03-01T14:05:00Z')
  const letter = toNoticeLetter({ kind: 'key_made', at, locale: 'fr' })('Rooms')
  expect(letter.notes?.[0]).toContain('1 mars 2026 à 14:05 UTC')
})
