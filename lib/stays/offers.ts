import { maxNights } from './dates'

// SQL that search, quote and booking share, so that all three name the same price. In each of
// their statements $1 is the check-in, $2 the check-out (both null: no dates) and $3 the guests.

/** A common table expression: the nights to pay, with what their prices depend on. */
export const nights = `night AS MATERIALIZED (
  SELECT extract(month FROM $1::date + day)::int AS month,
    extract(isodow FROM $1::date + day)::int AS weekday
  FROM generate_series(0, $2::date - $1::date - 1) AS day
  LIMIT ${maxNights}
)`

/** The price of one night, in whole units of the currency. Wants `room`, `stay` and `night`. */
const nightPrice = `(
  (room."basePrice"::bigint * stay."monthPercent"[night.month] * stay."weekdayPercent"[night.weekday]
    + 500000) / 1000000 * 100
)`

/** The rooms of `stay` that fit and are free and open on all nights, the one to sell first on top. */
export const freeRooms = `
  SELECT room.id, room.name, room.capacity, price.total,
    round(price.total::numeric / coalesce($2::date - $1::date, 1))::int AS "pricePerNight"
  FROM "Room" AS room
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(${nightPrice}), room."basePrice")::int AS total FROM night
  ) AS price
  WHERE room."stayId" = stay.id AND stay."withdrawnAt" IS NULL AND room.capacity >= $3::bigint
    AND NOT EXISTS (
      SELECT FROM "RoomNight" AS sold
      WHERE sold."roomId" = room.id AND sold.night >= $1::date AND sold.night < $2::date
    )
    AND NOT EXISTS (
      SELECT FROM "ClosedNight" AS closed
      WHERE closed."roomId" = room.id AND closed.night >= $1::date AND closed.night < $2::date
    )
  ORDER BY price.total, room.capacity, room.id`
