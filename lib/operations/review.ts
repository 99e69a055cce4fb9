import type { ReviewData } from '@/lib/plugin/catalog'
import { findFree, furnish } from '@/lib/stays/furnish'
import { listReservations } from '@/lib/stays/reservations'

/** What a host's reviewer finds here, and what works for them. */
export const reviewData: ReviewData = {
  furnish,
  async samples(accountId) {
    const free = await findFree(90)
    const { reservations } = await listReservations(accountId)
    const standing = reservations.find(({ status }) => status === 'confirmed')
    return {
      ...(free && { getStay: { slug: free.stay }, bookStay: free }),
      ...(standing && {
        getReservation: { id: standing.id },
        cancelReservation: { id: standing.id },
      }),
    }
  },
}
