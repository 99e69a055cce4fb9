import { CatalogText } from '@/app/ui/catalog-text'
import type { Usage } from '@/lib/activity/usage'
import { titleOf } from '@/lib/connections/connections'
import type { Key } from '@/lib/keys/keys'
import { getTranslator } from '@/lib/session/locale'
import { Lifetime } from '../lifetime'
import { UsageChart } from '../usage-chart'
import { submitEndKey } from './actions'

type KeyCardProps = { value: Key; usage: Usage }

/** A key, how it was used, and how to end it. */
export async function KeyCard({ value, usage }: KeyCardProps) {
  const t = await getTranslator('keys')
  const asking = await getTranslator('asking')
  const { id, name, hint, scopes, createdAt, expiresAt } = value
  return (
    <li className="card p-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-56 space-y-2 [overflow-wrap:anywhere]">
          <h2 id={`key-${id}`} className="font-semibold text-lg">
            <bdi>{name}</bdi>
          </h2>
          <p className="text-soft text-sm">
            <Lifetime of={`lk_…${hint}`} since={createdAt} until={expiresAt} />
          </p>
          <ul className="flex flex-wrap gap-2 text-sm">
            {scopes.map((scope) => (
              <li key={scope} className="rounded-full bg-sunken px-3 py-1">
                <CatalogText text={titleOf(scope)} />
              </li>
            ))}
          </ul>
          <UsageChart usage={usage} />
          <a
            href={`/account/activity?app=${id}`}
            className="link text-sm"
            aria-describedby={`key-${id}`}
          >
            {t('did')}
          </a>{' '}
          <a href={`/account/asking/${id}`} className="link text-sm" aria-describedby={`key-${id}`}>
            {asking('link')}
          </a>
        </div>
        <form action={submitEndKey}>
          <input type="hidden" name="key" value={id} />
          <button
            type="submit"
            aria-describedby={`key-${id}`}
            className="button button-danger button-small"
          >
            {t('end')}
          </button>
        </form>
      </div>
    </li>
  )
}
