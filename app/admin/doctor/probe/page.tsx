import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { Moment } from '@/app/admin/ui/moment'
import { PageHead } from '@/app/admin/ui/page-head'
import { ActionForm } from '@/app/ui/action-form'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { env } from '@/lib/env'
import { getLatestRun } from '@/lib/probe/runs'
import { pluginStage } from '@/lib/release/stage'
import { readSetting } from '@/lib/settings/setting'
import { submitProbe } from './actions'
import { HostCard } from './host-card'

export const metadata: Metadata = { title: 'Look from outside' }

// Eight hosts walk at once; one that hears nothing waits as long as the host would.
export const maxDuration = 60

export default async function ProbePage() {
  await requireStaff()
  const [run, stage] = await Promise.all([getLatestRun(), readSetting(pluginStage)])
  return (
    <>
      <PageHead
        title="Look from outside"
        lead={
          <>
            Walks {env().origin} over the network as each host does, as far as a stranger gets, and
            says what it would dislike. It signs nobody in and leaves nothing behind.
          </>
        }
      >
        <a href="/admin/doctor" className="button button-quiet button-small">
          All attempts
        </a>
      </PageHead>
      <ActionForm act={submitProbe} className="mt-6 space-y-4">
        <FormErrors />
        <SubmitButton className="button">{run ? 'Look again' : 'Look now'}</SubmitButton>
      </ActionForm>
      {stage !== 'public' && (
        <p className="mt-6 rounded-lg bg-brass-tint px-4 py-3 text-brass">
          The plugin is not public yet, and a stranger is not shown what it can do: checks of the
          operations and of MCP fail for that alone.{' '}
          <a href="/admin/release" className="link text-brass">
            See the release
          </a>
        </p>
      )}
      {run ? (
        <>
          <p className="mt-6 text-soft text-sm">
            Seen on <Moment at={run.at} />.
          </p>
          <div className="mt-4 space-y-4">
            {run.results.map((result) => (
              <HostCard key={result.host} result={result} />
            ))}
          </div>
        </>
      ) : (
        <p className="card mt-6 border-dashed p-8 text-center text-soft">
          Nobody has looked yet. It takes a few seconds.
        </p>
      )}
    </>
  )
}
