import type { Metadata } from 'next'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getUsage, unused } from '@/lib/activity/usage'
import { listKeys } from '@/lib/keys/keys'
import { getTranslator } from '@/lib/session/locale'
import { getPerson, isFresh } from '@/lib/session/person'
import { SignInAgain } from '../sign-in-again'
import { Notice, SubPage } from '../sub-page'
import { KeyForm } from './form'
import { KeyCard } from './key-card'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('keys')
  return { title: t('title'), robots: { index: false } }
}

type KeysPageProps = { searchParams: Promise<{ ended?: string }> }

export default async function KeysPage({ searchParams }: KeysPageProps) {
  const person = await getPerson()
  const t = await getTranslator('keys')
  if (!person) return <SignInFirst why={t('signIn')} next="/account/keys" />
  const { ended } = await searchParams
  const [keys, usage] = await Promise.all([listKeys(person.id), getUsage(person.id)])

  return (
    <SubPage accountId={person.id} title={t('title')} lead={t('lead')}>
      {ended && <Notice>{t('ended')}</Notice>}
      {keys.length > 0 && (
        <ul className="mt-6 space-y-4">
          {keys.map((key) => (
            <KeyCard key={key.id} value={key} usage={usage.get(key.id) ?? unused} />
          ))}
        </ul>
      )}
      <section aria-labelledby="new-key" className="card mt-6 p-6">
        <h2 id="new-key" className="text-xl">
          {t('new.title')}
        </h2>
        {isFresh(person) ? <KeyForm /> : <SignInAgain next="/account/keys" what={t('new.again')} />}
      </section>
    </SubPage>
  )
}
