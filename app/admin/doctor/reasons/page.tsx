import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { PageHead } from '@/app/admin/ui/page-head'
import { explanations } from '@/lib/attempts/reasons'

export const metadata: Metadata = { title: 'Reasons' }

/** docs/attempts.md as a page: each reason has an address of its own. */
export default async function ReasonsPage() {
  await requireStaff()
  return (
    <>
      <PageHead
        title="Why a connection fails"
        lead="Every reason an attempt can end with. The names are stable."
      />
      <dl className="mt-6 space-y-3">
        {[...explanations].map(([reason, { what, todo }]) => (
          <div key={reason} id={reason} className="card scroll-mt-6 p-4 target:border-brand">
            <dt>
              <code className="code">{reason}</code>
            </dt>
            <dd className="mt-2 font-medium">{what}</dd>
            <dd className="mt-1 text-soft">{todo}</dd>
            <dd className="mt-2 text-sm">
              <a href={`/admin/doctor?reason=${reason}`} className="link">
                Attempts that ended so
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
