import type { ReactNode } from 'react'
import { Moment } from '@/app/admin/ui/moment'
import { Section } from '@/app/admin/ui/section'
import { formatPrice } from '@/app/stays/format'
import type { ReservationForStaff } from '@/lib/stays/admin/find-reservations'
import { ReservationStatus } from '../columns'

export function Facts({ reservation }: { reservation: ReservationForStaff }) {
  const { id, accountId, checkIn, checkOut, guests, room, status } = reservation
  return (
    <Section title="Facts">
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[8rem_1fr]">
        <Fact title="Status">
          <ReservationStatus status={status} />
        </Fact>
        {reservation.cancelledAt && (
          <Fact title="Cancelled">
            <Moment at={reservation.cancelledAt} />
          </Fact>
        )}
        {reservation.cancelReason && (
          <Fact title="Reason">
            <bdi>{reservation.cancelReason}</bdi>
          </Fact>
        )}
        <Fact title="House">
          <a href={`/admin/stays/${reservation.stay}`} className="link">
            <bdi>{reservation.stayName}</bdi>
          </a>
          , <bdi>{reservation.city}</bdi>
        </Fact>
        <Fact title="Room">
          <bdi>{room}</bdi>
        </Fact>
        <Fact title="Arrival">{checkIn}</Fact>
        <Fact title="Departure">{checkOut}</Fact>
        <Fact title="Guests">{guests}</Fact>
        <Fact title="Total">{formatPrice(reservation.totalPrice, reservation.currency)}</Fact>
        <Fact title="Booked">
          <Moment at={reservation.createdAt} />
        </Fact>
        <Fact title="Person">
          {accountId === 'deleted' ? (
            'Has deleted the account'
          ) : (
            <a href={`/admin/people/${encodeURIComponent(accountId)}`} className="link">
              {accountId}
            </a>
          )}
        </Fact>
      </dl>
      <p className="text-sm">
        <a href={`/admin/audit?target=${id}`} className="link">
          What operators did to this reservation
        </a>
      </p>
    </Section>
  )
}

const Fact = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <dt className="text-soft">{title}</dt>
    <dd>{children}</dd>
  </>
)
