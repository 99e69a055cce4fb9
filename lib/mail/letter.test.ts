import { expect, it } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import { type Letter, toHtml, toText } from './letter'
import { type LetterName, letters, writeLetter } from './letters'

const letter: Letter = {
  locale: 'en',
  subject: 'One & two',
  paragraphs: ['Is 1 < 2?'],
  button: { text: 'Look', href: 'https://stays.example/a?b=1&c="2"' },
  notes: ['Small print.'],
}

it('says the same as text and as HTML', () => {
  const [text, html] = [toText(letter, 'Rooms & more'), toHtml(letter, 'Rooms & more')]
  expect(text).toContain('\n-- \nRooms & more\n')
  expect(html).toContain('Rooms &amp; more')
  expect(text).toContain('Look:\nhttps://stays.example/a?b=1&c="2"\n')
  for (const said of ['Is 1 < 2?', 'Small print.']) {
    expect(text).toContain(said)
    expect(html).toContain(said.replace('<', '&lt;'))
  }
})

it('lets no character of a letter become markup', () => {
  expect(toHtml(letter, 'Rooms')).toContain(
    'href="https://stays.example/a?b=1&amp;c=&quot;2&quot;"',
  )
  expect(toHtml({ ...letter, paragraphs: ['<script>'] }, '<script>')).not.toContain('<script>')
})

it('is laid out as its language runs, but for an address', () => {
  const html = toHtml({ ...letter, locale: 'ar' }, 'Rooms')
  expect(html.match(/lang="ar" dir="rtl"/g)).toHaveLength(2)
  expect(html).toContain('<a dir="ltr"')
  expect(html).toContain('أو انسخ هذا العنوان')
})

it.each(Object.keys(letters) as LetterName[])('%s leads nowhere but to this site', (name) => {
  process.env.APP_ORIGIN = ''
  for (const locale of locales) {
    const { subject, ...rest } = writeLetter(locale, name, '/here/token')('Rooms')
    const text = JSON.stringify(rest)
    const hosts = [...text.matchAll(/https?:\/\/[^/"\s]+/g)].map(([host]) => host)
    expect(new Set(hosts)).toEqual(new Set(hosts.length ? ['http://localhost:3000'] : []))
    expect(subject.length).toBeLessThan(60)
  }
})
