import type { ReactNode } from 'react'
import type { Asking } from './asking'

type FilterFormProps = { asking: Asking; children: ReactNode }

/** A plain GET: the address says what is shown, and keeps how it is sorted. */
export const FilterForm = ({ asking, children }: FilterFormProps) => (
  <form
    method="get"
    action={asking.path}
    className="card mt-6 flex flex-wrap items-end gap-x-4 gap-y-3 p-4"
  >
    {asking.sort && <input type="hidden" name="sort" value={asking.sort} />}
    {asking.direction === 'asc' && <input type="hidden" name="direction" value="asc" />}
    {children}
    <button type="submit" className="button button-small">
      Show
    </button>
    {Object.keys(asking.filter).length > 0 && (
      <a href={asking.path} className="link text-sm">
        Clear
      </a>
    )}
  </form>
)

type FilterProps = { asking: Asking; name: string; label: string }

const control = 'mt-1 block min-h-9 w-full rounded-lg border border-edge bg-surface px-3 py-1.5'

export const FilterText = ({
  asking,
  name,
  label,
  type = 'search',
}: FilterProps & { type?: 'search' | 'date' }) => (
  <div className="min-w-0 flex-1 basis-40">
    <label htmlFor={name} className="font-medium text-sm">
      {label}
    </label>
    <input
      id={name}
      name={name}
      type={type}
      defaultValue={asking.filter[name]}
      className={control}
    />
  </div>
)

type FilterChoiceProps = FilterProps & { all: string; options: [value: string, text: string][] }

export const FilterChoice = ({ asking, name, label, all, options }: FilterChoiceProps) => (
  <div className="min-w-0 flex-1 basis-40">
    <label htmlFor={name} className="font-medium text-sm">
      {label}
    </label>
    <select id={name} name={name} defaultValue={asking.filter[name] ?? ''} className={control}>
      <option value="">{all}</option>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  </div>
)
