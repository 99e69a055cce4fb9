import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/app/admin/staff'
import { Live } from '@/app/admin/ui/live'
import { Moment } from '@/app/admin/ui/moment'
import { PageHead } from '@/app/admin/ui/page-head'
import { getTimeline, type Timeline } from '@/lib/attempts/timeline'
import { EndBadge, toHostName } from '../words'
import { StepItem } from './step-item'
import { Verdict } from './verdict'

export const metadata: Metadata = { title: 'Attempt' }

type Props = { params: Promise<{ id: string }> }

export default async function AttemptPage({ params }: Props) {
  await requireStaff()
  const attempt = await getTimeline((await params).id)
  if (!attempt) notFound()
  const { clientId, clientName, redirectUri } = attempt
  const broken = toBroken(attempt)
  const about: [string, string | null][] = [
    ['Client id', clientId],
    ['Sent back to', redirectUri],
    ['From', attempt.address],
    ['User-Agent', attempt.userAgent],
  ]
  return (
    <>
      <PageHead
        title={<>{toHostName(attempt.host)} tried to connect</>}
        lead={
          <>
            <EndBadge end={attempt.end} /> {clientName && <bdi>{clientName},</bdi>}{' '}
            <Moment at={attempt.startedAt} />
          </>
        }
      >
        {attempt.end === null && <Live seconds={2} />}
        <a href="/admin/doctor" className="button button-quiet button-small">
          All attempts
        </a>
      </PageHead>
      <Verdict attempt={attempt} />
      <dl className="mt-6 grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
        {about.map(
          ([title, value]) =>
            value && (
              <div key={title} className="[overflow-wrap:anywhere]">
                <dt className="text-soft">{title}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      <h2 className="mt-8 text-xl">Steps</h2>
      <ol className="mt-4 space-y-3">
        {attempt.steps.map((step, index) => (
          <StepItem
            key={`${step.step} ${step.at.toISOString()}`}
            step={step}
            isBroken={index === broken}
          />
        ))}
      </ol>
    </>
  )
}

/** Which step it broke at; a document that cannot be had is told by the request that named it. */
function toBroken({ end, reason, steps }: Timeline): number {
  if (end !== 'failed') return -1
  return reason?.startsWith('document.')
    ? steps.findLastIndex(({ step }) => step === 'document')
    : steps.length - 1
}
