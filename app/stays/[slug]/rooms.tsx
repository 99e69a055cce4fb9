import { formatPrice } from '@/app/stays/format'
import type { StayDetailsRow } from '@/lib/stays/urls'

type RoomsProps = { rooms: StayDetailsRow['rooms']; currency: string }

export function Rooms({ rooms, currency }: RoomsProps) {
  if (rooms.length === 0) return null
  return (
    <section aria-labelledby="rooms">
      <h2 id="rooms" className="mt-10 text-xl">
        Rooms
      </h2>
      <ul className="mt-2 divide-y divide-line">
        {rooms.map(({ name, maxGuests, pricePerNight }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rooms of a house may be alike in all
          <li key={index} className="flex items-baseline justify-between gap-4 py-3">
            <span>
              {name}
              <span className="block text-soft text-sm">
                {maxGuests === 1 ? 'for 1 guest' : `for up to ${maxGuests} guests`}
              </span>
            </span>
            <span className="whitespace-nowrap">from {formatPrice(pricePerNight, currency)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
