import type { Metadata } from 'next'
import { SettingPage } from '@/app/(account)/account/setting-page'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'
import { listSessions } from '@/lib/session/sessions'
import { submitEndOthers } from './actions'
import { SessionCard } from './session-card'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('account')
  return { title: t('sessions.title'), robots: { index: false } }
}

type SessionsPageProps = { searchParams: Promise<{ ended?: string }> }

export default async function SessionsPage({ searchParams }: SessionsPageProps) {
  const t = await getTranslator('account')
  const person = await getPerson()
  if (!person) return <SignInFirst why={t('sessions.signInFirst')} next="/account/sessions" />
  const { ended } = await searchParams
  const sessions = await listSessions(person.id, person.sessionId)
  const done = ended && t(ended === 'others' ? 'sessions.endedOthers' : 'sessions.endedOne')

  return (
    <SettingPage title={t('sessions.title')} lead={t('sessions.lead')} done={done}>
      <ul className="mt-6 space-y-4">
        {sessions.map((session) => (
          <SessionCard key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form action={submitEndOthers} className="mt-6">
          <button type="submit" className="button button-danger">
            {t('sessions.endOthers')}
          </button>
        </form>
      ) : (
        <p className="mt-6 text-soft">{t('sessions.nowhere')}</p>
      )}
    </SettingPage>
  )
}
