import type { ReactNode } from 'react'
import type { Asked, Doer } from '@/lib/account/activity'
import { looked } from '@/lib/activity/looked'
import { translateCatalog } from '@/lib/i18n/catalog-text'
import type { Locale } from '@/lib/i18n/locales'
import { catalog } from '@/lib/operations'
import { getLocale, getTranslator } from '@/lib/session/locale'
import { toDoerName } from './doer-name'

type FilterFormProps = { asked: Asked; doers: Doer[]; operations: string[] }

const control = 'mt-1 block min-h-11 w-full rounded-lg border border-edge bg-surface px-3 py-2'

/** A plain GET: the address says what is shown. */
export async function FilterForm({ asked, doers, operations }: FilterFormProps) {
  const t = await getTranslator('activity')
  const locale = await getLocale()
  const named = await Promise.all(
    doers.map(async (doer) => ({ key: doer.key, name: await toDoerName(doer) })),
  )
  return (
    <form method="get" className="card mt-6 grid gap-4 p-6 sm:grid-cols-2">
      <Labelled name="app" label={t('filter.app')}>
        <select id="app" name="app" defaultValue={asked.app ?? ''} className={control}>
          <option value="">{t('filter.all')}</option>
          {named.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled name="operation" label={t('filter.what')}>
        <select
          id="operation"
          name="operation"
          defaultValue={asked.operation ?? ''}
          className={control}
        >
          <option value="">{t('filter.everything')}</option>
          {operations.map((name) => (
            <option key={name} value={name}>
              {name === looked ? t('looked') : titleIn(locale, name)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled name="from" label={t('filter.from')}>
        <input
          id="from"
          type="date"
          name="from"
          defaultValue={asked.from ?? ''}
          className={control}
        />
      </Labelled>
      <Labelled name="to" label={t('filter.to')}>
        <input id="to" type="date" name="to" defaultValue={asked.to ?? ''} className={control} />
      </Labelled>
      <div>
        <button type="submit" className="button button-small">
          {t('filter.show')}
        </button>
      </div>
    </form>
  )
}

function titleIn(locale: Locale, operation: string): string {
  const title = catalog.operations.find(({ name }) => name === operation)?.summary ?? operation
  return translateCatalog(locale, title) ?? title
}

type LabelledProps = { name: string; label: string; children: ReactNode }

const Labelled = ({ name, label, children }: LabelledProps) => (
  <div className="min-w-0">
    <label htmlFor={name} className="font-medium text-sm">
      {label}
    </label>
    {children}
  </div>
)
