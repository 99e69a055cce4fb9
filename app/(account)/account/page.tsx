import type { Metadata } from 'next'
import { SignOutForm } from '@/app/(account)/sign-out/form'
import { isLetInHere } from '@/app/let-in'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'
import { Access } from './access'
import { ConnectionList } from './connections/list'
import { Leaving } from './leaving'
import { Notices } from './notices'
import { SettingsList } from './settings-list'
import { Notice } from './sub-page'
import { Unconfirmed } from './unconfirmed'
import { Waiting } from './waiting'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('account')
  return { title: t('title'), robots: { index: false } }
}

type AccountPageProps = {
  searchParams: Promise<{ kept?: string; confirmed?: string; disconnected?: string }>
}

export default async function AccountPage({ searchParams }: AccountPageProps) {
  const person = await getPerson()
  const t = await getTranslator('account')
  if (!person) return <SignInFirst why={t('signInFirst')} next="/account" />
  const { confirmed, disconnected, kept } = await searchParams

  return (
    <div className="mx-auto max-w-3xl px-4 pt-10 sm:px-6 sm:pt-14">
      <Leaving accountId={person.id} />
      <h1 className="text-3xl">{t('title')}</h1>
      {kept && <Notice>{t('kept')}</Notice>}
      {confirmed && person.emailVerified && <Notice>{t('confirmed')}</Notice>}
      {disconnected && <Notice>{t('disconnected')}</Notice>}
      <Waiting accountId={person.id} />
      <Notices accountId={person.id} />
      <section
        aria-label={t('profile')}
        className="card mt-6 flex flex-wrap items-center gap-4 p-6"
      >
        <div className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">
          <p className="flex flex-wrap items-center gap-2 font-semibold text-lg">
            <bdi>{person.name}</bdi>
            {person.role !== 'member' && (
              <span className="rounded-full bg-brass-tint px-2.5 py-0.5 font-medium text-brass text-sm">
                {t(`roles.${person.role}`)}
              </span>
            )}
          </p>
          <p className="text-soft">
            <bdi>{person.email}</bdi>
          </p>
        </div>
        <SignOutForm next="/account" text={t('signOut')} />
      </section>
      {!person.emailVerified && <Unconfirmed />}
      {!(await isLetInHere(person)) && <Access accountId={person.id} />}
      <section aria-labelledby="settings" className="mt-12">
        <h2 id="settings" className="text-2xl">
          {t('settings')}
        </h2>
        <SettingsList />
      </section>
      <section aria-labelledby="connections" className="mt-12">
        <h2 id="connections" className="text-2xl">
          {t('connections')}
        </h2>
        <ConnectionList accountId={person.id} heading="h3" />
      </section>
    </div>
  )
}
