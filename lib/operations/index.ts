import { createCatalog } from '@/lib/plugin/catalog'
import { forgetPerson } from '@/lib/stays/forget-person'
import { downloadReservations } from '@/lib/stays/reservations'
import { bookStay } from './book-stay'
import { cancelReservation } from './cancel-reservation'
import { getReservation } from './get-reservation'
import { getStay } from './get-stay'
import { listReservations } from './list-reservations'
import { reviewData } from './review'
import { searchStays } from './search-stays'

/** Everything an assistant can do here. The names are the operationIds and the tools' names. */
export const catalog = createCatalog(
  {
    searchStays,
    getStay,
    bookStay,
    listReservations,
    getReservation,
    cancelReservation,
  },
  {
    download: async (accountId) => ({ reservations: await downloadReservations(accountId) }),
    forget: forgetPerson,
  },
  reviewData,
)
