import { toPlainText } from '@/lib/plain-text'
import type { Confirmation } from '@/lib/plugin/confirmation'
import type { Quote } from '@/lib/stays/quote'
import type { ReservationRow } from '@/lib/stays/urls'

type Wish = { checkIn: string; checkOut: string; guests: number }

/** What a person reads before a stay is booked. */
export function toBookingConfirmation(wish: Wish, quote: Quote): Confirmation {
  const { nights, totalPrice: minor, currency } = quote
  const { stay, room } = named(quote)
  const price = toPrice(minor, currency)
  return {
    sentence: `Book ${room} at ${stay.name} in ${stay.city}, ${toDays(wish)}, for ${price}.`,
    facts: [
      ['Stay', `${stay.name}, ${stay.city}`],
      ['Room', room],
      ['Arrival', wish.checkIn],
      ['Departure', wish.checkOut],
      ['Nights', String(nights)],
      ['Guests', String(wish.guests)],
      ['Price', price],
    ],
    amount: { minor, currency },
    terms: 'You can cancel free of charge until the day of arrival.',
  }
}

/** What a person reads before a reservation is cancelled. */
export function toCancellationConfirmation(reservation: ReservationRow): Confirmation {
  const { guests, totalPrice, currency, checkIn, checkOut } = reservation
  const { stay, room } = named(reservation)
  return {
    sentence: `Cancel ${room} at ${stay.name} in ${stay.city}, ${toDays(reservation)}.`,
    facts: [
      ['Stay', `${stay.name}, ${stay.city}`],
      ['Room', room],
      ['Arrival', checkIn],
      ['Departure', checkOut],
      ['Guests', String(guests)],
      ['Price', toPrice(totalPrice, currency)],
    ],
    terms: 'It costs nothing and cannot be undone: the room is free for others at once.',
  }
}

// Others wrote these, and the sentence goes to the assistant as well.
const named = ({ stayName, city, room }: Pick<Quote, 'stayName' | 'city' | 'room'>) => ({
  stay: { name: toPlainText(stayName, 80), city: toPlainText(city, 60) },
  room: toPlainText(room, 60),
})

const toDays = ({ checkIn, checkOut }: { checkIn: string; checkOut: string }): string =>
  `${toDay(checkIn)} to ${toDay(checkOut)}`

const toDay = (date: string): string => dayFormat.format(new Date(date))

const dayFormat = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

function toPrice(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
