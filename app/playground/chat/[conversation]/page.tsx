import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/app/admin/ui/page-head'
import { chatHref } from '@/app/playground/hrefs'
import { isDecidedBy } from '@/app/playground/own-page'
import { getPlayer } from '@/app/playground/player'
import { Crumb } from '@/app/playground/ui/crumb'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { env } from '@/lib/env'
import { waitingCalls } from '@/lib/host/held'
import { followHeld } from '@/lib/host/kept/following'
import { listInstallations } from '@/lib/host/kept/installations'
import { profiles } from '@/lib/host/profiles'
import { Active } from './active'
import { EntryItem } from './entry'
import { Exports } from './exports'
import { Suggestions } from './suggestions'
import { Talk } from './talk'
import { type Asked, WishCard } from './wish-card'

export const metadata: Metadata = { title: 'A conversation' }

type ChatPageProps = {
  params: Promise<{ conversation: string }>
  searchParams: Promise<Asked>
}

export default async function ChatPage({ params, searchParams }: ChatPageProps) {
  const { conversation: id } = await params
  const player = await getPlayer()
  if (!player) return <SignInFirst why="Conversations belong to an account." next={chatHref(id)} />
  const transcript = await followHeld(player.id, id, isDecidedBy(player.id))
  if (!transcript) return notFound()
  const { conversation, entries } = transcript
  const waiting = waitingCalls(entries).map(({ call }) => call)
  const installed = await listInstallations(player.id)
  const active = installed.filter((seen) => conversation.installationIds.includes(seen.id))
  const asked = await searchParams
  const { model } = env()
  const host = profiles[conversation.profile]
  return (
    <div className="max-w-3xl">
      <Crumb />
      <PageHead
        title={`As ${host.name}`}
        lead={
          model
            ? `${model.name} talks here. What it wants to call that may do something waits for you.`
            : 'What the assistant’s model would decide, you decide: pick what to ask, or fill in an operation.'
        }
      >
        <Exports id={id} />
      </PageHead>
      <Active active={active} conversation={conversation} wrongPlace={asked.place} />
      <ol aria-label="The conversation" className="mt-8 space-y-5 *:scroll-mt-6">
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added
          <li key={index} id={index === entries.length - 1 ? 'last' : undefined}>
            <EntryItem
              entry={entry}
              conversation={conversation}
              active={active}
              isLast={index === entries.length - 1}
              isWaiting={entry.kind === 'call' && waiting.includes(entry)}
            />
          </li>
        ))}
      </ol>
      {model && !asked.operation && (
        <Talk
          action={`${chatHref(id)}/say`}
          name={model.name}
          goesOn={asked.goes ? 'now' : entries.at(-1)?.kind === 'call' ? 'can' : 'no'}
        />
      )}
      {asked.operation ? (
        <WishCard asked={asked} active={active} transcript={transcript} />
      ) : (
        <Suggestions active={active} transcript={transcript} hasModel={model !== null} />
      )}
    </div>
  )
}
