import type { Metadata } from 'next'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'
import { Notice, SubPage } from '../sub-page'
import { submitEndEverything } from './actions'
import { ConnectionList } from './list'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('connections')
  return { title: t('title'), robots: { index: false } }
}

type ConnectionsPageProps = { searchParams: Promise<{ done?: string; page?: string }> }

const outcomes = ['disconnected', 'everything', 'reduced', 'nothing'] as const

export default async function ConnectionsPage({ searchParams }: ConnectionsPageProps) {
  const person = await getPerson()
  const t = await getTranslator('connections')
  if (!person) {
    return <SignInFirst why={t('signIn')} next="/account/connections" />
  }
  const { done, page } = await searchParams
  const outcome = outcomes.find((one) => one === done)

  return (
    <SubPage accountId={person.id} title={t('title')}>
      {outcome && <Notice>{t(`done.${outcome}`)}</Notice>}
      <ConnectionList accountId={person.id} heading="h2" page={Number(page) || 1} />
      <details className="mt-10">
        <summary className="link inline-flex min-h-6 cursor-pointer items-center">
          {t('stop.open')}
        </summary>
        <form action={submitEndEverything} className="mt-3 space-y-3">
          <p className="text-soft">{t('stop.lead')}</p>
          <button type="submit" className="button button-danger">
            {t('stop.button')}
          </button>
        </form>
      </details>
    </SubPage>
  )
}
