import { randomBytes } from 'node:crypto'
import { db } from '@/lib/data/db'
import { addDays, earliestCheckIn } from './dates'
import { toPlace } from './place'

type RoomFixture = { capacity: number; basePrice: number }

type HouseFixture = {
  rooms?: RoomFixture[]
  rating?: number
  monthPercent?: number[]
  weekdayPercent?: number[]
}

/** A date that can be booked, `days` from now. */
export const inDays = (days: number): string => addDays(earliestCheckIn(), days + 1)

export const newAccountId = (): string => `guest-${randomBytes(6).toString('hex')}`

/** A town that no other test knows, with the houses given; `remove` takes it all away again. */
export async function createTown(
  houses: HouseFixture[],
  { subdivision = 'QQ-AA', country = 'Testland' } = {},
) {
  const town = `town${randomBytes(6).toString('hex')}`
  const countryCode = subdivision.slice(0, 2)
  const place = toPlace([town, country, subdivision, countryCode])
  const where = {
    region: town,
    subdivision,
    country,
    countryCode,
    latitude: 0,
    longitude: 0,
    place,
  }
  await db().city.create({ data: { id: town, name: town, ...where } })
  const slugs = houses.map((_, index) => `${town}-${index}`)
  await db().stay.createMany({
    data: houses.map((house, index) => ({
      ...{ id: `${town}-${index}`, slug: `${town}-${index}`, cityId: town, kind: 'hotel' as const },
      ...{ name: `House ${index}`, description: 'A house.', address: '1 Main Street' },
      ...{ rating: house.rating ?? 40, amenities: ['wifi'], latitude: 0, longitude: 0 },
      monthPercent: house.monthPercent ?? Array(12).fill(100),
      weekdayPercent: house.weekdayPercent ?? Array(7).fill(100),
    })),
  })
  await db().room.createMany({
    data: houses.flatMap((house, index) =>
      (house.rooms ?? [{ capacity: 2, basePrice: 10_000 }]).map((room, number) => ({
        ...{ id: `${town}-${index}-${number}`, stayId: `${town}-${index}` },
        ...{ name: `Room ${number}`, ...room },
      })),
    ),
  })
  const remove = async () => {
    await db().reservation.deleteMany({ where: { stay: { cityId: town } } })
    await db().city.delete({ where: { id: town } })
  }
  return { town, slugs, slug: slugs[0] ?? '', remove }
}
