import { query } from '@/lib/data/db'
import { escapeLike, type ListAsked, readList } from '@/lib/data/list'
import { isKey } from '../key'

/** A house as operators see it, withdrawn or not. */
export type StayRow = {
  id: string
  slug: string
  name: string
  kind: StayKind
  city: string
  /** Tenths of a star. */
  rating: number
  rooms: number
  /** Reservations that stand and whose check-in is still to come. */
  upcoming: number
  withdrawnAt: Date | null
}

export const stayKinds = ['hotel', 'apartment', 'guesthouse', 'hostel'] as const
export type StayKind = (typeof stayKinds)[number]

/** `q`: how the name of the house or of its city begins. */
export type StayFilter = { q?: string; state?: string }

const rooms = `(SELECT count(*) FROM "Room" r WHERE r."stayId" = s."id")::int`

const upcoming = `(SELECT count(*) FROM "Reservation" r WHERE r."stayId" = s."id"
  AND r."checkIn" >= current_date AND r."status" = 'confirmed')::int`

const states: Record<string, string> = {
  offered: 's."withdrawnAt" IS NULL',
  withdrawn: 's."withdrawnAt" IS NOT NULL',
}

export const listStays = ({ q, state }: StayFilter, asked: ListAsked) =>
  readList<StayRow>({
    select: `s."id", s."slug", s."name", s."kind"::text, c."name" AS "city", s."rating",
      s."withdrawnAt", ${rooms} AS "rooms", ${upcoming} AS "upcoming"`,
    from: '"Stay" s JOIN "City" c ON c."id" = s."cityId"',
    where: [
      [
        `(lower(s."name") LIKE lower(?) || '%' OR lower(c."name") LIKE lower(?) || '%')`,
        q && escapeLike(q),
      ],
      ...conditionOf(state),
    ],
    sorts: {
      upcoming: { column: upcoming, type: 'bigint' },
      name: { column: 'lower(s."name")', type: 'text' },
      city: { column: 'lower(c."name")', type: 'text' },
      rating: { column: 's."rating"', type: 'bigint' },
      rooms: { column: rooms, type: 'bigint' },
    },
    id: 's."id"',
    asked,
  })

const conditionOf = (state: string | undefined): [string, unknown][] =>
  state && Object.hasOwn(states, state) ? [[`${states[state]} AND ?::text <> ''`, state]] : []

export type StayForStaff = Omit<StayRow, 'rooms' | 'upcoming'> & {
  description: string
  address: string
  amenities: string[]
  currency: string
  version: number
  rooms: { id: string; name: string; capacity: number; basePrice: number }[]
}

export async function getStayForStaff(slug: string): Promise<StayForStaff | null> {
  if (!isKey(slug)) return null
  const [found] = await query<StayForStaff>('stay_for_staff', getSql, [slug])
  return found ?? null
}

const getSql = `
  SELECT s."id", s."slug", s."name", s."kind"::text, c."name" AS "city", s."rating", s."description",
    s."address", s."amenities", s."currency", s."version", s."withdrawnAt",
    (SELECT coalesce(json_agg(json_build_object('id', r."id", 'name', r."name",
        'capacity', r."capacity", 'basePrice', r."basePrice") ORDER BY r."basePrice", r."id"), '[]')
      FROM "Room" r WHERE r."stayId" = s."id") AS "rooms"
  FROM "Stay" s JOIN "City" c ON c."id" = s."cityId"
  WHERE s."slug" = $1`
