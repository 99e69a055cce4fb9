import type { ReactNode } from 'react'
import { toPlainName } from '@/app/interaction/[uid]/plain-name'
import type { Asked, Doer } from '@/lib/account/activity'

type FilterFormProps = { asked: Asked; doers: Doer[]; operations: string[] }

const control = 'mt-1 block min-h-11 w-full rounded-lg border border-edge bg-surface px-3 py-2'

/** A plain GET: the address says what is shown. */
export function FilterForm({ asked, doers, operations }: FilterFormProps) {
  return (
    <form method="get" className="card mt-6 grid gap-4 p-6 sm:grid-cols-2">
      <Labelled name="app" label="App or key">
        <select id="app" name="app" defaultValue={asked.app ?? ''} className={control}>
          <option value="">All</option>
          {doers.map(({ key, name }) => (
            <option key={key} value={key}>
              {toPlainName(name)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled name="operation" label="What">
        <select
          id="operation"
          name="operation"
          defaultValue={asked.operation ?? ''}
          className={control}
        >
          <option value="">Everything</option>
          {operations.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </Labelled>
      <Labelled name="from" label="From">
        <input
          id="from"
          type="date"
          name="from"
          defaultValue={asked.from ?? ''}
          className={control}
        />
      </Labelled>
      <Labelled name="to" label="To">
        <input id="to" type="date" name="to" defaultValue={asked.to ?? ''} className={control} />
      </Labelled>
      <div>
        <button type="submit" className="button button-small">
          Show
        </button>
      </div>
    </form>
  )
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
