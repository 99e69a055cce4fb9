import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { toPlainName } from '@/app/interaction/[uid]/plain-name'
import { words } from '@/app/interaction/[uid]/words'
import { Panel } from '@/app/ui/panel'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { getAsker, getSpendingLimit, listAskChoices } from '@/lib/held-actions'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'
import { LimitForm } from './limit-form'
import { RuleForm } from './rule-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('asking')
  return { title: t('metaTitle'), robots: { index: false } }
}

type AskingPageProps = {
  params: Promise<{ connection: string }>
  searchParams: Promise<{ saved?: string }>
}

export default async function AskingPage({ params, searchParams }: AskingPageProps) {
  const { connection } = await params
  const t = await getTranslator('asking')
  const person = await getPerson()
  const next = `/account/asking/${encodeURIComponent(connection)}`
  if (!person) return <SignInFirst why={t('signIn')} next={next} />
  const asker = await getAsker(person.id, connection)
  if (!asker) return <Panel title={t('gone')}>{<Back text={t('back')} />}</Panel>
  const choices = (await listAskChoices(person.id, connection)).filter(
    ({ scope }) => scope === null || asker.scopes.has(scope),
  )
  const limit = await getSpendingLimit(person.id, connection)
  const { saved } = await searchParams
  const name = toPlainName(asker.name, t('nameless'))
  return (
    <div className="mx-auto max-w-3xl px-4 pt-10 sm:px-6 sm:pt-14">
      <Back text={t('back')} />
      <h1 className="mt-2 text-3xl [overflow-wrap:anywhere]">
        {t.rich('title', { ...words, name })}
      </h1>
      <p className="mt-2 text-soft">{t('lead')}</p>
      {saved && (
        <p role="status" className="mt-6 rounded-lg bg-tint px-4 py-3 font-medium">
          {t('saved')}
        </p>
      )}
      {choices.length === 0 && <p className="mt-6">{t('none')}</p>}
      {choices.map((choice) => (
        <Card key={choice.operation}>
          <RuleForm connection={connection} choice={choice} />
        </Card>
      ))}
      {choices.length > 0 && (
        <Card>
          <LimitForm connection={connection} limit={limit} />
        </Card>
      )}
    </div>
  )
}

const Card = ({ children }: { children: ReactNode }) => (
  <section className="card mt-6 p-6">{children}</section>
)

const Back = ({ text }: { text: string }) => (
  <p className="text-sm">
    <a href="/account/connections" className="link">
      {text}
    </a>
  </p>
)
