import { describe, expect, it } from 'vitest'
import { normalize, toPlace, toPlacePatterns } from './place'

const matches = (place: string, where: string): boolean =>
  toPlacePatterns(where).every((pattern) => place.includes(pattern.replaceAll('%', '')))

describe('a person types a place', () => {
  it.each([
    ['São Paulo', 'sao paulo'],
    ['  PARIS,\tFrance!', 'paris france'],
    ['Île-de-France', 'ile de france'],
    ['U.S.A.', 'usa'],
    ['Washington, D.C.', 'washington dc'],
    ['St. Louis', 'st louis'],
    ['Łódź, Straße, Tromsø, İstanbul', 'lodz strasse tromso istanbul'],
    ['東京', '東京'],
    ['100%_\\\u0000', '100'],
    ['…', ''],
  ])('and %j is read as %j', (typed, read) => {
    expect(normalize(typed)).toBe(read)
  })

  it('and little words around the place do not matter', () => {
    const rio = toPlace(['Rio de Janeiro', 'Brazil', 'BR-RJ', 'BR'])
    expect(matches(rio, 'in Rio de Janeiro')).toBe(true)
    expect(matches(rio, 'rio janeiro, the Brazil')).toBe(true)
  })

  it('and a code that is also a little word still means its country', () => {
    expect(matches(toPlace(['Munich', 'DE-BY', 'DE']), 'DE')).toBe(true)
    expect(matches(toPlace(['Rio de Janeiro', 'BR']), 'de')).toBe(false)
  })

  it('and only whole words match, all of them', () => {
    const york = toPlace(['New York', 'US-NY', 'US', 'NYC'])
    expect(matches(york, 'new york nyc')).toBe(true)
    expect(matches(york, 'ork')).toBe(false)
    expect(matches(york, 'york england')).toBe(false)
  })

  it('and nothing readable asks for no place at all', () => {
    expect(toPlacePatterns(' ?! ')).toEqual([])
  })
})
