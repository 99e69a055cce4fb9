import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { languages } from './languages'
import { locales } from './locales'
import { flatten, shapeOf } from './shape'

const english = flatten(languages.en.messages)

test('every folder of messages is a language, and each of its files a room', () => {
  const folder = join(import.meta.dirname, 'messages')
  expect(readdirSync(folder).sort()).toEqual([...locales].sort())
  for (const locale of locales) {
    const files = readdirSync(join(folder, locale)).filter((name) =>
      /^(?!catalog).*json$/.test(name),
    )
    expect(Object.keys(languages[locale].messages).map((name) => `${name}.json`)).toEqual(files)
  }
})

test.each(locales)('%s says all that English says, and nothing else', (locale) => {
  const messages = flatten(languages[locale].messages)
  expect([...messages.keys()].sort()).toEqual([...english.keys()].sort())
  for (const [key, text] of messages) expect(text.trim(), key).not.toBe('')
})

test.each(locales)('%s has the same placeholders and tags as English', (locale) => {
  for (const [key, text] of flatten(languages[locale].messages)) {
    expect(shapeOf(parse(text)).names, key).toEqual(shapeOf(parse(english.get(key) ?? '')).names)
  }
})

test('no tag is called as a placeholder beside it: both come in one object', () => {
  for (const [key, text] of english) {
    const { names } = shapeOf(parse(text))
    expect(
      names.filter((name) => names.includes(`<${name}>`)),
      key,
    ).toEqual([])
  }
})

test.each(locales)('%s has every plural form that a number up to a thousand takes', (locale) => {
  const rules = new Intl.PluralRules(locale)
  const forms = new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)))
  for (const [key, text] of flatten(languages[locale].messages)) {
    for (const plural of shapeOf(parse(text)).plurals) {
      expect(
        [...forms].filter((form) => !plural.includes(form)),
        key,
      ).toEqual([])
    }
  }
})

test('no message is left over that no page says', () => {
  const sources = readSources()
  const unused = [...english.keys()].filter((full) => {
    const [room = '', ...rest] = full.split('.')
    const key = rest.join('.')
    return !sources.some(({ rooms, says }) => rooms.has(room) && says(key))
  })
  expect(unused).toEqual([])
})

type Source = { rooms: Set<string>; says: (key: string) => boolean }

/** Which rooms a file speaks of, and which keys it names: outright, or by a template's pattern. */
function readSources(): Source[] {
  return ['app', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|^i18n\/messages\//.test(name))
      .filter((name) => !/^data\/generated\//.test(name))
      .map((name) => toSource(readFileSync(join(folder, name), 'utf8'))),
  )
}

function toSource(code: string): Source {
  const words = new Set([...code.matchAll(/'([\w.-]+)'/g)].map(([, word = '']) => word))
  const templates = [...code.matchAll(/`([\w.-]*(?:\$\{[^}`]+\}[\w.-]*)+)`/g)].map(
    ([, text = '']) =>
      new RegExp(`^${text.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '[^.]+')}$`),
  )
  // Problems are named where they are found, by files that know no language.
  const rooms = code.includes('problem(') ? new Set([...words, 'errors']) : words
  return { rooms, says: (key) => words.has(key) || templates.some((pattern) => pattern.test(key)) }
}
