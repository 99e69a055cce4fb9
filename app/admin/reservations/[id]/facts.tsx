import { Fact, Facts } from '@/app/admin/ui/facts'
import { Day, Moment } from '@/app/admin/ui/moment'
import { Section } from '@/app/admin/ui/section'
import { formatPrice } from '@/app/stays/format'
import { getPersonRow } from '@/lib/people/find-people'
import type { ReservationForStaff } from '@/lib/stays/admin/find-reservations'
import { ReservationStatus } from '../columns'

export async function ReservationFacts({ reservation }: { reservation: ReservationForStaff }) {
  const { id, accountId, checkIn, checkOut, guests, room, status } = reservation
  const person = await getPersonRow(accountId)
  return (
    <Section title="Facts">
      <Facts>
        <Fact name="Status">
          <ReservationStatus status={status} />
        </Fact>
        {reservation.cancelledAt && (
          <Fact name="Cancelled">
            <Moment at={reservation.cancelledAt} />
          </Fact>
        )}
        {reservation.cancelReason && (
          <Fact name="Reason">
            <bdi>{reservation.cancelReason}</bdi>
          </Fact>
        )}
        <Fact name="House">
          <a href={`/admin/stays/${reservation.stay}`} className="link">
            <bdi>{reservation.stayName}</bdi>
          </a>
          , <bdi>{reservation.city}</bdi>
        </Fact>
        <Fact name="Room">
          <bdi>{room}</bdi>
        </Fact>
        <Fact name="Arrival">
          <Day on={checkIn} />
        </Fact>
        <Fact name="Departure">
          <Day on={checkOut} />
        </Fact>
        <Fact name="Guests">{guests}</Fact>
        <Fact name="Total">{formatPrice(reservation.totalPrice, reservation.currency)}</Fact>
        <Fact name="Reservation">
          <code className="code">{id}</code>
        </Fact>
        <Fact name="Booked">
          <Moment at={reservation.createdAt} />
        </Fact>
        <Fact name="Person">
          {person ? (
            <a href={`/admin/people/${person.id}`} className="link">
              <bdi>{person.name}</bdi>
            </a>
          ) : (
            'Has deleted the account'
          )}
        </Fact>
      </Facts>
      <p className="text-sm">
        <a href={`/admin/audit?target=${id}`} className="link">
          What operators did to this reservation
        </a>
      </p>
    </Section>
  )
}
