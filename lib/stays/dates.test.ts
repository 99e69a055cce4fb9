import { describe, expect, it } from 'vitest'
import { PublicError } from '@/lib/errors'
import { addDays, checkStayDates, earliestCheckIn, nightsBetween, toStayDates } from './dates'

const now = new Date('2026-03-10T23:30:00Z')

function wrongFields(checkIn: string, checkOut: string): string[] {
  try {
    checkStayDates({ checkIn, checkOut }, now)
    return []
  } catch (error) {
    if (!(error instanceof PublicError) || error.code !== 'invalid_request') throw error
    return (error.fields ?? []).map(({ field }) => field)
  }
}

describe('a person gives dates', () => {
  it.each([
    ['a weekend', '2026-03-13', '2026-03-15', []],
    ['tonight', '2026-03-10', '2026-03-11', []],
    ['tonight, where it is still yesterday', '2026-03-09', '2026-03-10', []],
    ['thirty nights', '2026-04-01', '2026-05-01', []],
    ['a leap day', '2027-02-28', '2027-03-01', []],
    ['the last day on sale', '2027-08-30', '2027-09-01', []],
    ['the past', '2026-03-08', '2026-03-11', ['checkIn']],
    ['the same day twice', '2026-03-13', '2026-03-13', ['checkOut']],
    ['them the wrong way round', '2026-03-15', '2026-03-13', ['checkOut']],
    ['thirty-one nights', '2026-04-01', '2026-05-02', ['checkOut']],
    ['too far ahead', '2027-08-31', '2027-09-02', ['checkOut']],
    ['a day that does not exist', '2026-02-30', '2026-04-31', ['checkIn', 'checkOut']],
    ['another notation', '13.03.2026', '2026-3-15', ['checkIn', 'checkOut']],
    ['a time as well', '2026-03-13T00:00:00Z', '2026-03-15', ['checkIn']],
    ['no date', '', 'tomorrow', ['checkIn', 'checkOut']],
  ])('%s: %s to %s, wrong: %j', (_, checkIn, checkOut, wrong) => {
    expect(wrongFields(checkIn, checkOut)).toEqual(wrong)
  })

  it('only one of them, and is told which is missing', () => {
    expect(toStayDates({}, now)).toBeNull()
    expect(() => toStayDates({ checkIn: '2026-03-13' }, now)).toThrow(/check-out/)
    expect(() => toStayDates({ checkOut: '2026-03-13' }, now)).toThrow(/check-in/)
  })
})

it('nights are counted the same across months and clock changes', () => {
  expect(nightsBetween({ checkIn: '2026-03-28', checkOut: '2026-04-02' })).toBe(5)
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-10-25', 1)).toBe('2026-10-26')
  expect(earliestCheckIn(new Date('2027-01-01T00:00:00Z'))).toBe('2026-12-31')
})
