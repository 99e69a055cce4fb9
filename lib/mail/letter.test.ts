import { expect, it } from 'vitest'
import { type Letter, toHtml, toText } from './letter'
import { letters } from './letters'

const letter: Letter = {
  subject: 'One & two',
  paragraphs: ['Is 1 < 2?'],
  button: { text: 'Look', href: 'https://stays.example/a?b=1&c="2"' },
  notes: ['Small print.'],
}

it('says the same as text and as HTML', () => {
  const [text, html] = [toText(letter), toHtml(letter)]
  expect(text).toContain('Look:\nhttps://stays.example/a?b=1&c="2"\n')
  for (const said of ['Is 1 < 2?', 'Small print.']) {
    expect(text).toContain(said)
    expect(html).toContain(said.replace('<', '&lt;'))
  }
})

it('lets no character of a letter become markup', () => {
  expect(toHtml(letter)).toContain('href="https://stays.example/a?b=1&amp;c=&quot;2&quot;"')
  expect(toHtml({ ...letter, paragraphs: ['<script>'] })).not.toContain('<script>')
})

it.each(Object.entries(letters))('%s leads nowhere but to this site', (_name, write) => {
  process.env.APP_ORIGIN = ''
  const { subject, ...rest } = write('/here/token')
  const hosts = [...JSON.stringify(rest).matchAll(/https?:\/\/[^/"\s]+/g)].map(([host]) => host)
  expect(new Set(hosts)).toEqual(new Set(hosts.length ? ['http://localhost:3000'] : []))
  expect(subject.length).toBeLessThan(60)
})
