import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/app/admin/staff'
import { readAsking, type SearchParams } from '@/app/admin/ui/asking'
import { Done as DoneText } from '@/app/admin/ui/done'
import { PageHead } from '@/app/admin/ui/page-head'
import { formatKind } from '@/app/stays/format'
import { getStayForStaff } from '@/lib/stays/admin/find-stays'
import { StayState } from '../columns'
import { Closures } from './closures'
import { FactsForm } from './facts-form'
import { type Done, pageOf } from './page-of'
import { RoomsForm } from './rooms-form'
import { Withdraw } from './withdraw'

export const metadata: Metadata = { title: 'Stay' }

type StayPageProps = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export default async function StayPage({ params, searchParams }: StayPageProps) {
  const { role } = await requireStaff()
  const stay = await getStayForStaff((await params).slug)
  if (!stay) notFound()
  const { filter } = await readAsking(pageOf(stay.slug), searchParams, ['done'])
  const said = Object.entries(done).find(([name]) => name === filter.done)?.[1]
  const mayChange = role === 'operator'
  return (
    <>
      <PageHead
        title={<bdi>{stay.name}</bdi>}
        lead={
          <>
            {formatKind(stay.kind)} in <bdi>{stay.city}</bdi>{' '}
            <StayState withdrawnAt={stay.withdrawnAt} />
          </>
        }
      >
        <a
          href={`/admin/reservations?stay=${encodeURIComponent(stay.name)}`}
          className="button button-quiet button-small"
        >
          Its reservations
        </a>
        <a href="/admin/stays" className="button button-quiet button-small">
          All stays
        </a>
      </PageHead>
      {said && <DoneText>{said}</DoneText>}
      <Closures stay={stay} mayChange={mayChange} />
      <FactsForm stay={stay} />
      <RoomsForm stay={stay} />
      {mayChange && <Withdraw stay={stay} />}
    </>
  )
}

const done: Record<Done, string> = {
  saved: 'Saved. Assistants read it so from now on.',
  withdrawn: 'Withdrawn. Nobody finds or books this house any more.',
  offered: 'This house is found and booked again.',
  closed: 'Closed. Nobody can book these nights; what was sold before stands and is named below.',
  opened: 'These nights are sold again.',
}
