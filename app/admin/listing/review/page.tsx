import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import type { SearchParams } from '@/app/admin/ui/asking'
import { Badge } from '@/app/admin/ui/badge'
import { Done } from '@/app/admin/ui/done'
import { PageHead } from '@/app/admin/ui/page-head'
import { checkAll } from '@/lib/listing/checks/all'
import { isReviewHost, type ReviewHost, reviewHostIds, reviewHosts } from '@/lib/listing/hosts'
import { getSubmission } from '@/lib/listing/submissions'
import { toSurface } from '@/lib/listing/surface'
import { gatherFacts } from '../facts'
import { Tabs } from '../tabs'
import { CheckList } from './check-list'
import { Packages } from './packages'
import { Submitted } from './submitted'

export const metadata: Metadata = { title: 'Check list' }

export default async function ReviewPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const { host: asked, submitted } = await searchParams
  const host = typeof asked === 'string' && isReviewHost(asked) ? asked : 'chatgpt'
  const facts = await gatherFacts()
  const rows = checkAll(facts, host)
  const submission = await getSubmission(host)
  const open = (id: ReviewHost) => checkAll(facts, id).filter(({ finding }) => finding).length
  return (
    <>
      <PageHead
        title="Check list"
        lead="What each host’s review asks for, looked at now. Nothing here is ticked by hand: mend it, and it turns green."
      />
      <Tabs current="/admin/listing/review" />
      {submitted && <Done>Noted what {reviewHosts[host]} was shown.</Done>}
      <nav aria-label="Hosts" className="mt-6">
        <ul className="flex flex-wrap gap-2 text-sm">
          {reviewHostIds.map((id) => (
            <li key={id}>
              <a
                href={`/admin/listing/review?host=${id}`}
                aria-current={id === host ? 'true' : undefined}
                className="flex items-center gap-2 rounded-full bg-sunken px-3.5 py-1.5 hover:bg-tint aria-[current]:bg-tint aria-[current]:font-semibold"
              >
                {reviewHosts[id]}
                <Badge tone={open(id) === 0 ? 'good' : 'warn'}>
                  {open(id) === 0 ? 'ready' : `${open(id)} open`}
                </Badge>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <CheckList host={host} rows={rows} />
        <div className="space-y-6">
          <Packages host={host} />
          <Submitted host={host} submission={submission} now={toSurface(facts)} />
        </div>
      </div>
    </>
  )
}
