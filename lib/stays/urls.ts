import type { Reservation } from './reservation-schema'
import type { StayDetails, StaySummary } from './stay-schema'

// Stays does not know where it is served, so its rows carry no URLs until a caller adds them.
export type StaySummaryRow = Omit<StaySummary, 'url' | 'image'>
export type StayDetailsRow = Omit<StayDetails, 'url' | 'image'>
export type ReservationRow = Omit<Reservation, 'url'> & { isOffered: boolean }

const stayUrl = (origin: string, slug: string): string => `${origin}/stays/${slug}`

export function withStayUrls<Row extends { slug: string }>(origin: string, row: Row) {
  const url = stayUrl(origin, row.slug)
  return { ...row, url, image: `${url}/opengraph-image` }
}

/** A house that was withdrawn has no page. */
export function withReservationUrl<Row extends { stay: string; isOffered: boolean }>(
  origin: string,
  { isOffered, ...row }: Row,
) {
  return { ...row, ...(isOffered && { url: stayUrl(origin, row.stay) }) }
}
