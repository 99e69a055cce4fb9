import { Badge, type Tone } from '@/app/admin/ui/badge'
import { Moment } from '@/app/admin/ui/moment'
import { ActionForm } from '@/app/ui/action-form'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { type ReviewHost, reviewHosts } from '@/lib/listing/hosts'
import type { Submission } from '@/lib/listing/submissions'
import { type Change, type Need, type Part, type Surface, toChanges } from '@/lib/listing/surface'
import { noteSubmitted } from './actions'

type SubmittedProps = { host: ReviewHost; submission: Submission | null; now: Surface }

/** What this host was shown, what differs since, and what it asks for because of that. */
export function Submitted({ host, submission, now }: SubmittedProps) {
  const changes = submission ? toChanges(host, submission.surface, now) : []
  return (
    <section aria-labelledby="submitted" className="card p-6">
      <h2 id="submitted" className="text-xl">
        Since the last submission
      </h2>
      {submission ? (
        <p className="mt-2 text-soft">
          Submitted <Moment at={submission.submittedAt} />.{' '}
          {changes.length === 0 && `Nothing that ${reviewHosts[host]} sees has changed.`}
        </p>
      ) : (
        <p className="mt-2 text-soft">
          Nothing was marked as submitted. Do it when you send this to {reviewHosts[host]}: later
          changes are then compared with what it was shown.
        </p>
      )}
      <ul className="mt-4 space-y-4">
        {changes.map((change) => (
          <ChangedPart key={change.part} host={host} change={change} />
        ))}
      </ul>
      <ActionForm act={noteSubmitted} className="mt-4 space-y-4">
        <input type="hidden" name="host" value={host} />
        <FormErrors />
        <SubmitButton className="button button-quiet">Mark as submitted now</SubmitButton>
      </ActionForm>
    </section>
  )
}

const partTitles: Record<Part, string> = {
  site: 'Address of the site',
  listing: 'Listing',
  manifest: 'Manifest',
  openApi: 'OpenAPI document',
  tools: 'Tools',
}

const needs: Record<Need, { tone: Tone; text: (host: string) => string }> = {
  review: { tone: 'bad', text: (host) => `New review at ${host}` },
  update: { tone: 'warn', text: (host) => `To change at ${host}` },
  nothing: { tone: 'good', text: () => 'Nothing to do' },
}

const mostShown = 30

function ChangedPart({ host, change }: { host: ReviewHost; change: Change }) {
  const { part, need, why, differences } = change
  return (
    <li>
      <h3 className="flex flex-wrap items-center gap-2">
        {partTitles[part]}
        <Badge tone={needs[need].tone}>{needs[need].text(reviewHosts[host])}</Badge>
      </h3>
      <p className="mt-1 text-soft text-sm">{why}</p>
      <dl className="mt-2 space-y-2 text-sm [overflow-wrap:anywhere]">
        {differences.slice(0, mostShown).map(({ path, before, after }) => (
          <div key={path}>
            <dt className="text-soft">{path}</dt>
            <dd>
              {before !== undefined && <del className="text-danger">{before}</del>}{' '}
              {after !== undefined && <ins className="text-brand no-underline">{after}</ins>}
            </dd>
          </div>
        ))}
      </dl>
      {differences.length > mostShown && (
        <p className="mt-2 text-soft text-sm">And {differences.length - mostShown} more.</p>
      )}
    </li>
  )
}
