import type { Asking } from './asking'

/** What a list can be asked for: a text, a day, or one of the options, of which `all` names none. */
export type Filter = { name: string; label: string } & (
  | { type?: 'search' | 'date' }
  | { all: string; options: [value: string, text: string][] }
)

type FilterFormProps = { asking: Asking; filters: readonly Filter[] }

/** A plain GET: the address says what is shown, and keeps how it is sorted. */
export const FilterForm = ({ asking, filters }: FilterFormProps) => (
  <form
    method="get"
    action={asking.path}
    className="card mt-6 grid grid-cols-[repeat(auto-fill,minmax(8.25rem,1fr))] items-end gap-x-4 gap-y-3 p-4 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]"
  >
    {asking.sort && <input type="hidden" name="sort" value={asking.sort} />}
    {asking.direction === 'asc' && <input type="hidden" name="direction" value="asc" />}
    {filters.map((filter) => (
      <div key={filter.name} className="min-w-0">
        <label htmlFor={filter.name} className="font-medium text-sm">
          {filter.label}
        </label>
        <Control filter={filter} value={asking.filter[filter.name]} />
      </div>
    ))}
    <div className="flex min-h-10 items-center gap-4">
      <button type="submit" className="button button-small">
        Show
      </button>
      {Object.keys(asking.filter).length > 0 && (
        <a href={asking.path} className="link text-sm">
          Clear
        </a>
      )}
    </div>
  </form>
)

function Control({ filter, value = '' }: { filter: Filter; value: string | undefined }) {
  const field = {
    ...{ id: filter.name, name: filter.name, defaultValue: value },
    className: 'mt-1 block h-10 w-full min-w-0 rounded-lg border border-edge bg-surface px-2.5',
  }
  if (!('options' in filter)) return <input type={filter.type ?? 'search'} {...field} />
  return (
    <select {...field}>
      <option value="">{filter.all}</option>
      {filter.options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  )
}
