import { clientHref } from '@/app/admin/clients/href'
import { explain } from '@/lib/attempts/reasons'
import type { Timeline } from '@/lib/attempts/timeline'
import { listKnown } from '@/lib/oauth/clients/list'

/** How it ended, why, and what to do. */
export async function Verdict({ attempt: { end, reason, clientId } }: { attempt: Timeline }) {
  const hasPage = clientId !== null && (await listKnown([clientId])).has(clientId)
  return (
    <section aria-labelledby="verdict" className="card mt-6 p-6">
      <h2 id="verdict" className="text-xl">
        {reason ? explain(reason).what : summaries[end ?? 'open']}
      </h2>
      {reason && (
        <>
          <p className="mt-3 max-w-2xl">
            <strong>What to do:</strong> {explain(reason).todo}
          </p>
          <p className="mt-3 text-sm">
            <a href={`/admin/doctor/reasons#${reason}`} className="link">
              {reason}
            </a>
          </p>
        </>
      )}
      {hasPage && (
        <p className="mt-3 text-sm">
          <a href={clientHref(clientId)} className="link">
            Look at the client
          </a>
        </p>
      )}
    </section>
  )
}

const summaries: Record<string, string> = {
  open: 'It is still going on.',
  completed: 'It connected, and made its first call.',
}
