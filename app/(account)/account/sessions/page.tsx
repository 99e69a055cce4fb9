import type { Metadata } from 'next'
import { SettingPage } from '@/app/(account)/account/setting-page'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getPerson } from '@/lib/session/person'
import { listSessions } from '@/lib/session/sessions'
import { submitEndOthers } from './actions'
import { SessionCard } from './session-card'

export const metadata: Metadata = { title: 'Where you are signed in', robots: { index: false } }

type SessionsPageProps = { searchParams: Promise<{ ended?: string }> }

export default async function SessionsPage({ searchParams }: SessionsPageProps) {
  const person = await getPerson()
  if (!person) {
    return <SignInFirst why="Then you see where else you are." next="/account/sessions" />
  }
  const { ended } = await searchParams
  const sessions = await listSessions(person.id, person.sessionId)
  const done = ended === 'others' ? 'You are signed out everywhere else.' : ended && 'Signed out.'

  return (
    <SettingPage
      title="Where you are signed in"
      lead="Browsers that can open your account. Signing one out works at once; apps that you connected are not affected."
      done={done}
    >
      <ul className="mt-6 space-y-4">
        {sessions.map((session) => (
          <SessionCard key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form action={submitEndOthers} className="mt-6">
          <button type="submit" className="button button-danger">
            Sign out all others
          </button>
        </form>
      ) : (
        <p className="mt-6 text-soft">You are signed in nowhere else.</p>
      )}
    </SettingPage>
  )
}
