import { CatalogText } from '@/app/ui/catalog-text'
import type { App } from '@/lib/connections/apps'
import { titleOf } from '@/lib/connections/connections'
import { isReducible } from '@/lib/connections/reduce'
import { getTranslator } from '@/lib/session/locale'
import { Lifetime } from '../lifetime'
import { UsageChart } from '../usage-chart'
import { submitDisconnect, submitReduce } from './actions'

type Connection = App['connections'][number]

type ConnectionItemProps = {
  connection: Connection
  describedBy: string
  /** Where the app has several: how this one was used. */
  isOneOfMany: boolean
}

/** One connection: where it leads, what it may do, and how to take that back. */
export async function ConnectionItem(props: ConnectionItemProps) {
  const { connection, describedBy, isOneOfMany } = props
  const t = await getTranslator('connections')
  const asking = await getTranslator('asking')
  const { id, redirectHost, createdAt, endsAt, scopes, usage } = connection
  return (
    <div className="border-line border-t pt-4">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <p
          id={`connection-${id}`}
          className="min-w-0 flex-1 basis-56 text-soft text-sm [overflow-wrap:anywhere]"
        >
          <Lifetime of={redirectHost} since={createdAt} until={endsAt} />
        </p>
        <form action={submitDisconnect}>
          <input type="hidden" name="connection" value={id} />
          <button
            type="submit"
            aria-describedby={`${describedBy} connection-${id}`}
            className="button button-danger button-small"
          >
            {t('disconnect')}
          </button>
        </form>
      </div>
      {isOneOfMany && <UsageChart usage={usage} />}
      <p className="mt-2 font-medium text-sm">{t('may')}</p>
      <ul className="mt-2 flex flex-wrap gap-2 text-sm">
        {scopes.map((scope) => (
          <li key={scope} className="rounded-full bg-sunken px-3 py-1">
            <CatalogText text={titleOf(scope)} />
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm">
        <a
          href={`/account/asking/${id}`}
          aria-describedby={`${describedBy} connection-${id}`}
          className="link"
        >
          {asking('link')}
        </a>
      </p>
      {scopes.some(isReducible) && <ReduceForm connection={connection} />}
    </div>
  )
}

async function ReduceForm({ connection: { id, scopes } }: { connection: Connection }) {
  const t = await getTranslator('connections')
  return (
    <details className="mt-3">
      <summary className="link inline-flex min-h-6 cursor-pointer items-center text-sm">
        {t('less.open')}
      </summary>
      <form action={submitReduce} className="mt-2 rounded-lg bg-sunken p-4">
        <input type="hidden" name="connection" value={id} />
        <fieldset className="space-y-1">
          <legend className="mb-1 font-medium text-sm">{t('less.legend')}</legend>
          {scopes.filter(isReducible).map((scope) => (
            <label key={scope} className="flex min-h-9 items-center gap-3">
              <input
                type="checkbox"
                name="keep"
                value={scope}
                defaultChecked
                className="size-5 accent-brand"
              />
              <CatalogText text={titleOf(scope)} />
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button button-small mt-3">
          {t('less.save')}
        </button>
      </form>
    </details>
  )
}
