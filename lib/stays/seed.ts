import { db } from '@/lib/data/db'
import { toSeedRows } from './seed/rows'

/** Fills an empty database with stays to find; where they already are, it changes nothing. */
export async function seedStays(): Promise<void> {
  const { cities, stays, rooms } = toSeedRows()
  const ids = stays.map(({ id }) => id)
  if ((await db().stay.count({ where: { id: { in: ids } } })) === ids.length) return
  // Two processes may start at once: each skips what the other has already written.
  await db().$transaction([
    db().city.createMany({ data: cities, skipDuplicates: true }),
    db().stay.createMany({ data: stays, skipDuplicates: true }),
    db().room.createMany({ data: rooms, skipDuplicates: true }),
  ])
}
