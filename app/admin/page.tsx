import type { Metadata } from 'next'
import { getFunnel } from '@/lib/attempts/funnel'
import { countHeld } from '@/lib/confirmations/held'
import { countLiving, countNewConnections } from '@/lib/connections/count'
import { countNewPeople, countPeople } from '@/lib/people/count'
import { fillSteps, lastSteps } from '@/lib/stats/days'
import { listCalls, listOperations } from '@/lib/stats/read-calls'
import { getRefreshHealth } from '@/lib/stats/refresh-health'
import { Calls } from './overview/calls'
import { Funnel } from './overview/funnel'
import { Growth } from './overview/growth'
import { Needs } from './overview/needs'
import { NothingYet } from './overview/nothing-yet'
import { Operations } from './overview/operations'
import { Refreshes } from './overview/refreshes'
import { Tiles } from './overview/tiles'
import { requireStaff } from './staff'
import type { SearchParams } from './ui/asking'
import { Live } from './ui/live'
import { PageHead } from './ui/page-head'

export const metadata: Metadata = { title: 'Overview' }

const month = 30

export default async function OverviewPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const step = (await searchParams).by === 'hour' ? 'hour' : 'day'
  const days = lastSteps('day', month)
  const since = days[0] ?? new Date()
  const [people, newPeople, living, newConnections, held, funnel, refreshes, operations] =
    await Promise.all([
      countPeople(),
      countNewPeople(since).then((rows) => fillSteps(days, rows)),
      countLiving(),
      countNewConnections(since).then((rows) => fillSteps(days, rows)),
      countHeld(),
      getFunnel(7),
      getRefreshHealth(),
      listOperations(7),
    ])
  const calls = await listCalls('day', month)
  const today = calls.at(-1)
  const connections = living.reduce((sum, { count }) => sum + count, 0)
  const isNew = connections === 0 && funnel.hosts.length === 0 && operations.length === 0
  return (
    <>
      <PageHead title="Overview" lead="How the plugin is used, and what needs you.">
        <Live />
      </PageHead>
      <Needs />
      {today && (
        <Tiles
          people={people}
          newPeople={newPeople}
          connections={connections}
          newConnections={newConnections}
          held={held}
          today={today}
        />
      )}
      {isNew ? (
        <NothingYet />
      ) : (
        <>
          <Calls step={step} calls={step === 'day' ? calls : await listCalls('hour', 48)} />
          <Operations operations={operations} />
          <Funnel funnel={funnel} />
          <Refreshes health={refreshes} />
          <Growth newPeople={newPeople} newConnections={newConnections} living={living} />
        </>
      )}
    </>
  )
}
