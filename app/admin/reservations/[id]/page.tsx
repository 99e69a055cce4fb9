import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/app/admin/staff'
import { readAsking, type SearchParams } from '@/app/admin/ui/asking'
import { Done } from '@/app/admin/ui/done'
import { Day } from '@/app/admin/ui/moment'
import { PageHead } from '@/app/admin/ui/page-head'
import { getReservationForStaff } from '@/lib/stays/admin/find-reservations'
import { Cancel } from './cancel'
import { ReservationFacts } from './facts'

export const metadata: Metadata = { title: 'Reservation' }

type ReservationPageProps = { params: Promise<{ id: string }>; searchParams: SearchParams }

export default async function ReservationPage({ params, searchParams }: ReservationPageProps) {
  const person = await requireStaff()
  const reservation = await getReservationForStaff((await params).id)
  if (!reservation) notFound()
  const { id, stayName, checkIn, checkOut, status } = reservation
  const { filter } = await readAsking(`/admin/reservations/${id}`, searchParams, ['done'])
  return (
    <>
      <PageHead
        title={<bdi>{stayName}</bdi>}
        lead={
          <>
            <Day on={checkIn} /> to <Day on={checkOut} />
          </>
        }
      >
        <a href="/admin/reservations" className="button button-quiet button-small">
          All reservations
        </a>
      </PageHead>
      {filter.done === 'cancelled' && status === 'cancelled' && (
        <Done>Cancelled. The nights are free, and the person is told.</Done>
      )}
      <ReservationFacts reservation={reservation} />
      {status === 'confirmed' && <Cancel id={id} person={person} />}
    </>
  )
}
