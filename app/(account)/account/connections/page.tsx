import type { Metadata } from 'next'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getPerson } from '@/lib/session/person'
import { ConnectionList } from './list'

export const metadata: Metadata = { title: 'Connections', robots: { index: false } }

type ConnectionsPageProps = { searchParams: Promise<{ disconnected?: string }> }

export default async function ConnectionsPage({ searchParams }: ConnectionsPageProps) {
  const person = await getPerson()
  if (!person) {
    return <SignInFirst why="Then you see which apps are connected." next="/account/connections" />
  }
  const { disconnected } = await searchParams

  return (
    <div className="mx-auto max-w-3xl px-4 pt-10 sm:px-6 sm:pt-14">
      <p className="text-sm">
        <a href="/account" className="link">
          Your account
        </a>
      </p>
      <h1 className="mt-2 text-3xl">Connections</h1>
      {disconnected && (
        <p role="status" className="mt-6 rounded-lg bg-tint px-4 py-3 font-medium">
          Disconnected. That app can do nothing for you any more.
        </p>
      )}
      <ConnectionList accountId={person.id} heading="h2" />
    </div>
  )
}
