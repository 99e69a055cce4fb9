import type { Metadata } from 'next'
import { Pages } from '@/app/ui/pages'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { listDoers, tellActivity } from '@/lib/account/activity'
import { listOperations } from '@/lib/activity/list'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'
import { retention } from '@/lib/settings/retention'
import { readSetting } from '@/lib/settings/setting'
import { SubPage } from '../sub-page'
import { readAsked, toQuery } from './asked'
import { FilterForm } from './filter-form'
import { ActivityItem } from './item'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('activity')
  return { title: t('title'), robots: { index: false } }
}

type ActivityPageProps = { searchParams: Promise<Record<string, string | string[]>> }

const perPage = 30

export default async function ActivityPage({ searchParams }: ActivityPageProps) {
  const person = await getPerson()
  const t = await getTranslator('activity')
  if (!person) return <SignInFirst why={t('signIn')} next="/account/activity" />
  const asked = readAsked(await searchParams)
  const doers = await listDoers(person.id)
  const found = await tellActivity(person.id, doers, asked, perPage + 1)
  const shown = found.slice(0, perPage)
  const older = found.length > perPage ? { ...asked, after: shown.at(-1)?.id ?? null } : null
  const exported = (format: string) =>
    `/account/activity/export?${toQuery({ ...asked, after: null, format })}`

  return (
    <SubPage
      accountId={person.id}
      title={t('title')}
      lead={t('lead', { days: (await readSetting(retention)).activityDays })}
    >
      <FilterForm asked={asked} doers={doers} operations={await listOperations(person.id)} />
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <a href={exported('csv')} className="link" download>
          {t('csv')}
        </a>
        <a href={exported('json')} className="link" download>
          {t('json')}
        </a>
      </p>
      {shown.length === 0 && <p className="card mt-6 border-dashed p-8 text-center">{t('none')}</p>}
      <ul className="mt-6 space-y-3">
        {shown.map((done) => (
          <ActivityItem key={done.id} done={done} />
        ))}
      </ul>
      <Pages
        newer={asked.after ? `/account/activity?${toQuery({ ...asked, after: null })}` : null}
        older={older && `/account/activity?${toQuery(older)}`}
      />
    </SubPage>
  )
}
