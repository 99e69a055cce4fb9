import { Pages } from '@/app/ui/pages'
import { listApps } from '@/lib/connections/apps'
import { getListing } from '@/lib/listing/listing'
import { getTranslator } from '@/lib/session/locale'
import { AppCard } from './app-card'

type ConnectionListProps = { accountId: string; heading: 'h2' | 'h3'; page?: number }

const perPage = 10

export async function ConnectionList({ accountId, heading, page = 1 }: ConnectionListProps) {
  const apps = await listApps(accountId)
  if (apps.length === 0) return <NoConnections />
  const t = await getTranslator('connections')
  const last = Math.ceil(apps.length / perPage)
  const current = Math.min(Math.max(page, 1), last)
  return (
    <>
      <p className="mt-2 text-soft">{t('lead')}</p>
      <ul className="mt-6 space-y-4">
        {apps.slice((current - 1) * perPage, current * perPage).map((app) => (
          <AppCard key={app.key} app={app} heading={heading} />
        ))}
      </ul>
      <Pages
        newer={current > 1 ? `/account/connections?page=${current - 1}` : null}
        older={current < last ? `/account/connections?page=${current + 1}` : null}
      />
    </>
  )
}

async function NoConnections() {
  const t = await getTranslator('connections')
  return (
    <div className="card mt-6 border-dashed p-8 text-center">
      <p className="font-semibold">{t('none.title')}</p>
      <p className="mx-auto mt-1 max-w-sm text-soft">
        {t('none.lead', { product: (await getListing()).name })}
      </p>
      <a href="/connect" className="link mt-4 inline-block">
        {t('none.how')}
      </a>
    </div>
  )
}
