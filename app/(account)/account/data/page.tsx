import type { Metadata } from 'next'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { deletionGrace, getDeletion } from '@/lib/people/deletion'
import { getTranslator } from '@/lib/session/locale'
import { getPerson, isFresh } from '@/lib/session/person'
import { SignInAgain } from '../sign-in-again'
import { SubPage } from '../sub-page'
import { DeleteForm } from './form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('data')
  return { title: t('title'), robots: { index: false } }
}

export default async function DataPage() {
  const person = await getPerson()
  const t = await getTranslator('data')
  if (!person) return <SignInFirst why={t('signIn')} next="/account/data" />
  const mayAct = isFresh(person)
  const deleteAfter = await getDeletion(person.id)

  return (
    <SubPage accountId={person.id} title={t('title')}>
      {!mayAct && <SignInAgain next="/account/data" what={t('again')} />}
      <section aria-labelledby="download" className="card mt-6 p-6">
        <h2 id="download" className="text-xl">
          {t('take.title')}
        </h2>
        <p className="mt-2 text-soft">{t('take.lead')}</p>
        {mayAct && (
          <a href="/account/data/download" className="button mt-4" download>
            {t('take.button')}
          </a>
        )}
      </section>
      {!deleteAfter && (
        <section aria-labelledby="delete" className="card mt-6 p-6">
          <h2 id="delete" className="text-xl">
            {t('delete.title')}
          </h2>
          <p className="mt-2 text-soft">{t('delete.lead', { days: deletionGrace })}</p>
          {mayAct && <DeleteForm email={person.email} />}
        </section>
      )}
    </SubPage>
  )
}
