import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { PageHead } from '@/app/admin/ui/page-head'
import { countRequests } from '@/lib/release/requests'
import { Exposure } from './exposure'
import { Operations } from './operations'
import { StageCard } from './stage-card'
import { Testers } from './testers'

export const metadata: Metadata = { title: 'Release' }

export default async function ReleasePage() {
  await requireStaff()
  const waiting = await countRequests()
  return (
    <>
      <PageHead title="Release" lead="Who is let in, and what is published where.">
        <a href="/admin/release/requests" className="button button-quiet button-small">
          Requests for access ({waiting})
        </a>
      </PageHead>
      <StageCard />
      <Operations />
      <Testers />
      <Exposure />
    </>
  )
}
