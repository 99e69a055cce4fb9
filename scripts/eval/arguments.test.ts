import { expect, test } from 'vitest'
import { differences } from './arguments'
import { toDay, weekday } from './days'

const rules = { today: '2027-03-01', places: ['where'], defaults: { sort: 'recommended' } }

test.each([
  ['a place in other letters', { where: 'Zürich' }, { where: ' zurich ' }, []],
  ['a place of several', { where: ['Rome', 'Roma'] }, { where: 'ROMA' }, []],
  ['a default said aloud', {}, { sort: 'recommended' }, []],
  ['a default left out', { sort: 'recommended' }, {}, []],
  ['a day from today', { checkIn: 'today+4' }, { checkIn: '2027-03-05' }, []],
  [
    'another day',
    { checkIn: 'today+4' },
    { checkIn: '2027-03-06' },
    ['checkIn is "2027-03-06" and not "today+4"'],
  ],
  [
    'a slug in other letters',
    { slug: 'casa' },
    { slug: 'Casa' },
    ['slug is "Casa" and not "casa"'],
  ],
  ['what may be left out', { guests: [2, null] }, {}, []],
  [
    'a null of its own',
    { guests: [2, null] },
    { guests: null },
    ['guests is null and not [2,null]'],
  ],
  ['a number as text', { guests: 2 }, { guests: '2' }, ['guests is "2" and not 2']],
  ['something left out', { guests: 2 }, {}, ['guests is absent and not 2']],
  ['something made up', {}, { guests: 2 }, ['guests is 2 and not absent']],
])('%s', (_, expected, given, different) => {
  expect(differences(expected, given, rules)).toEqual(different)
})

test('days count from today, over the end of a month', () => {
  expect(toDay('today', '2027-03-01')).toBe('2027-03-01')
  expect(toDay('today-1', '2027-03-01')).toBe('2027-02-28')
  expect(toDay('2027-03-01', '2027-03-01')).toBeNull()
  expect(weekday('2027-03-01')).toBe('Monday')
})
