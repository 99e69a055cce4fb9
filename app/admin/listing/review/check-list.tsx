import { Badge } from '@/app/admin/ui/badge'
import type { Checked } from '@/lib/listing/checks/all'
import { type ReviewHost, reviewHosts } from '@/lib/listing/hosts'

type CheckListProps = { host: ReviewHost; rows: Checked[] }

/** What is open first: that is why one comes here. */
export function CheckList({ host, rows }: CheckListProps) {
  const open = rows.filter(({ finding }) => finding)
  const kept = rows.filter(({ finding }) => !finding)
  return (
    <section aria-labelledby="checks">
      <h2 id="checks" className="text-xl">
        {reviewHosts[host]}: {open.length === 0 ? 'ready' : `${open.length} of ${rows.length} open`}
      </h2>
      <ul className="card mt-4 divide-y divide-line">
        {[...open, ...kept].map(({ check, finding }) => (
          <li key={check.id} className="flex flex-wrap gap-x-4 gap-y-1 p-4">
            <div className="w-16 flex-none">
              <Badge tone={finding ? 'bad' : 'good'}>{finding ? 'Open' : 'Kept'}</Badge>
            </div>
            <div className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">
              <p className="font-medium">{check.says}</p>
              {finding && (
                <p className="mt-1">
                  <span className="text-danger">{finding.found}</span> {finding.fix}{' '}
                  {finding.href && (
                    <a href={finding.href} className="link">
                      Go there
                    </a>
                  )}
                </p>
              )}
              <p className="mt-1 text-soft text-sm">{check.fact}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
