import { randomUUID } from 'node:crypto'
import { db } from '@/lib/data/db'
import { bookStay } from './booking'
import { cancelReservation } from './cancellation'
import { addDays, earliestCheckIn } from './dates'
import { searchStays } from './search'

/** Something to look at for an account that has nothing: two reservations, and one that was cancelled. */
export async function furnish(accountId: string): Promise<void> {
  const wishes = [await findFree(20), await findFree(45), await findFree(70)]
  await db().$transaction(async (tx) => {
    const booked: string[] = []
    for (const wish of wishes) {
      if (!wish) continue
      const { id } = await bookStay(tx, { ...wish, accountId, actionId: randomUUID() })
      booked.push(id)
    }
    const [, , third] = booked
    if (third) await cancelReservation(tx, accountId, third)
  })
}

/** What could be booked for two, for two nights so many days from now. */
export async function findFree(days: number) {
  const checkIn = addDays(earliestCheckIn(), days)
  const wish = { checkIn, checkOut: addDays(checkIn, 2), guests: 2 }
  const { stays } = await searchStays({ ...wish, sort: 'rating' })
  return stays[0] ? { ...wish, stay: stays[0].slug } : null
}
