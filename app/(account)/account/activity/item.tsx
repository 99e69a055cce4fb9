import { CatalogText } from '@/app/ui/catalog-text'
import type { Told } from '@/lib/account/activity'
import { looked } from '@/lib/activity/looked'
import { catalog } from '@/lib/operations'
import { getFormatter, getTranslator } from '@/lib/session/locale'
import { toTime } from '../day'
import { toDoerName } from './doer-name'

/** What was done, by whom, with what, and how it ended. */
export async function ActivityItem({ done }: { done: Told }) {
  const { at, by, count, input, operation, outcome, touched } = done
  const t = await getTranslator('activity')
  const f = await getFormatter()
  const time = f.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  const ending = endings.find((one) => one === outcome)
  const isOk = outcome === 'ok'
  return (
    <li className="card space-y-2 px-5 py-4 [overflow-wrap:anywhere]">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="font-semibold">
          {operation === looked ? (
            t('looked')
          ) : (
            <CatalogText text={titles.get(operation) ?? operation} />
          )}
          {count > 1 && <span className="font-normal text-soft"> · {t('times', { count })}</span>}
        </p>
        <p className={`text-sm ${isOk ? 'text-soft' : 'font-medium text-danger'}`}>
          {ending ? t(`endings.${ending}`) : outcome}
        </p>
      </div>
      <p className="text-soft text-sm">
        {operation === looked ? t('operator') : await toDoerName(by)} ·{' '}
        {toTime(at)(t('moment', { time }))}
      </p>
      {input && Object.keys(input).length > 0 && (
        <dl className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {Object.entries(input).map(([name, value]) => (
            <div key={name} className="flex gap-2">
              <dt className="text-soft">
                <bdi>{name}</bdi>
              </dt>
              <dd>
                <bdi>{String(value)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {touched && (
        <p className="text-sm">
          <a href={touched} className="link">
            <bdi>{touched}</bdi>
          </a>
        </p>
      )}
    </li>
  )
}

const titles = new Map(catalog.operations.map(({ name, summary }) => [name, summary]))

const endings = [
  'ok',
  'invalid_request',
  'insufficient_scope',
  'not_found',
  'conflict',
  'too_many_requests',
  'timeout',
  'server_error',
  'confirmation_required',
  'pending',
  'refused',
  'failed',
  'unknown',
  'repeated',
  'in_progress',
  'idempotency_mismatch',
] as const
