import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { audit } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import { type Seen, takeVersion } from './edit-stay'
import { checkTyped, typed, whole } from './typed'

const RoomFacts = z.object({
  name: typed('Name', 60),
  capacity: whole('Guests', 1, 50),
  /** Minor units. */
  basePrice: z
    .number('Price: an amount like 84.50.')
    .int('Price: an amount like 84.50.')
    .min(1, 'Price: more than nothing.')
    .max(10_000_000, 'Price: that is too much.'),
})

/** By the room's id; `new` is one more room. */
export type RoomsTyped = Record<string, { name: string; capacity: number; basePrice: number }>

/** Throws `invalid_request`; false where somebody else changed the house meanwhile. */
export async function editRooms(
  typedRooms: RoomsTyped,
  { slug, version, by }: Seen,
): Promise<boolean> {
  const rooms = checkTyped(z.record(z.string(), RoomFacts), typedRooms)
  return db().$transaction(async (tx) => {
    const stay = await takeVersion(tx, slug, version)
    if (!stay) return false
    const stands = await tx.room.findMany({ where: { stayId: stay.id }, orderBy: { id: 'asc' } })
    for (const before of stands) {
      const after = rooms[before.id]
      if (!after || isSame(before, after)) continue
      await tx.room.update({ where: { id: before.id }, data: after })
      await audit(tx, by, { act: 'room.edited', target: before.id, before: pick(before), after })
    }
    if (rooms.new) {
      const id = randomBytes(8).toString('hex')
      await tx.room.create({ data: { id, stayId: stay.id, ...rooms.new } })
      await audit(tx, by, { act: 'room.added', target: id, after: { stay: slug, ...rooms.new } })
    }
    return true
  })
}

type Room = z.infer<typeof RoomFacts>

const pick = ({ name, capacity, basePrice }: Room): Room => ({ name, capacity, basePrice })

const isSame = (one: Room, other: Room): boolean =>
  JSON.stringify(pick(one)) === JSON.stringify(pick(other))
