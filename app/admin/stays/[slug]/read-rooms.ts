import { textOf } from '@/app/(account)/form-state'
import type { RoomsTyped } from '@/lib/stays/admin/edit-rooms'

/** The rooms of the form, whose fields are named by the room's id; a new one only if it has a name. */
export function readRooms(form: FormData): RoomsTyped {
  const currency = textOf(form, 'currency')
  const ids = form.getAll('room').map(String)
  return Object.fromEntries(
    [...ids, ...(textOf(form, 'new.name').trim() ? ['new'] : [])].map((id) => [
      id,
      {
        name: textOf(form, `${id}.name`),
        capacity: numberOf(textOf(form, `${id}.capacity`)),
        basePrice: toMinorUnits(numberOf(textOf(form, `${id}.basePrice`)), currency),
      },
    ]),
  )
}

const numberOf = (text: string): number => Number(text.trim().replace(',', '.') || Number.NaN)

// 84.5 × 100 is no whole number for every amount; what is typed has no more digits than the currency.
const toMinorUnits = (amount: number, currency: string): number => {
  const units = amount * 10 ** digitsOf(currency)
  return Math.abs(units - Math.round(units)) < 1e-6 ? Math.round(units) : units
}

/** How many digits stand behind the point: 2 for EUR, 0 for JPY. */
export const digitsOf = (currency: string): number => {
  const isKnown = /^[A-Z]{3}$/.test(currency)
  const style = { style: 'currency', currency: isKnown ? currency : 'EUR' } as const
  return new Intl.NumberFormat('en', style).resolvedOptions().maximumFractionDigits ?? 2
}
