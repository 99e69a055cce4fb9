import { type FieldError, PublicError } from '@/lib/errors'

/** Calendar dates as 'YYYY-MM-DD'. The night of `checkOut` is not slept. */
export type StayDates = { checkIn: string; checkOut: string }

export const maxNights = 30
export const maxDaysAhead = 540

const dayInMs = 86_400_000

/** Throws `invalid_request` naming `checkIn` and `checkOut` unless the dates can be booked. */
export function checkStayDates({ checkIn, checkOut }: StayDates, now = new Date()): void {
  const problems: FieldError[] = []
  const check = (field: keyof StayDates, message: string | null) => {
    if (message) problems.push({ field, message })
  }
  check('checkIn', problemWithCheckIn(checkIn, now))
  check('checkOut', problemWithCheckOut(checkIn, checkOut, now))
  const [first] = problems
  if (first) throw new PublicError('invalid_request', first.message, { fields: problems })
}

/** The dates, or null when neither is given; one alone is refused. */
export function toStayDates(
  { checkIn, checkOut }: Partial<StayDates>,
  now = new Date(),
): StayDates | null {
  if (checkIn === undefined && checkOut === undefined) return null
  if (checkIn === undefined) throw missing('checkIn', 'Add a check-in date to the check-out date.')
  if (checkOut === undefined)
    throw missing('checkOut', 'Add a check-out date to the check-in date.')
  checkStayDates({ checkIn, checkOut }, now)
  return { checkIn, checkOut }
}

/** One day before today in UTC: somewhere on earth it is still that day. */
export const earliestCheckIn = (now = new Date()): string => addDays(toDate(now), -1)

export const addDays = (date: string, days: number): string =>
  toDate(new Date(Date.parse(date) + days * dayInMs))

export const nightsBetween = ({ checkIn, checkOut }: StayDates): number =>
  (Date.parse(checkOut) - Date.parse(checkIn)) / dayInMs

function problemWithCheckIn(checkIn: string, now: Date): string | null {
  if (!isDate(checkIn)) return 'Give the check-in as a real date, YYYY-MM-DD.'
  if (checkIn < earliestCheckIn(now)) return 'Check-in is in the past. Choose today or later.'
  return null
}

function problemWithCheckOut(checkIn: string, checkOut: string, now: Date): string | null {
  if (!isDate(checkOut)) return 'Give the check-out as a real date, YYYY-MM-DD.'
  if (checkOut > addDays(toDate(now), maxDaysAhead)) {
    return `Rooms can be booked up to ${maxDaysAhead} days ahead. Choose an earlier check-out.`
  }
  if (!isDate(checkIn)) return null
  if (checkOut <= checkIn) return 'Check-out must be after check-in.'
  if (nightsBetween({ checkIn, checkOut }) > maxNights) {
    return `A stay can be at most ${maxNights} nights. Choose an earlier check-out.`
  }
  return null
}

// A date-only string parses as UTC midnight, so no time zone can move it to another day.
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(text)
  return !Number.isNaN(time) && toDate(new Date(time)) === text
}

const toDate = (date: Date): string => date.toISOString().slice(0, 10)

const missing = (field: keyof StayDates, message: string): PublicError =>
  new PublicError('invalid_request', message, { fields: [{ field, message }] })
