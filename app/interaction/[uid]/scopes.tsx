import type { ConsentRequest } from '@/lib/oauth/interaction'

type Scopes = ConsentRequest['scopes']

export function ScopeList({ title, scopes }: { title: string; scopes: Scopes }) {
  if (scopes.length === 0) return null
  return (
    <section className="mt-4">
      <h3 className="font-semibold text-brass text-sm">{title}</h3>
      <ul className="mt-1 divide-y divide-line">
        {scopes.map(({ name, title, detail }) => (
          <li key={name} className="flex gap-3 py-2">
            <Tick />
            <span>
              {title}
              {detail && <span className="block text-soft text-sm">{detail}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function OptionalScopes({ scopes }: { scopes: Scopes }) {
  if (scopes.length === 0) return null
  return (
    <fieldset className="mt-4">
      <legend className="font-semibold text-brass text-sm">Only if you tick it</legend>
      {scopes.map(({ name, title, detail }) => (
        <label
          key={name}
          className="mt-2 flex cursor-pointer gap-3 rounded-lg border border-line p-3 has-checked:border-brand has-checked:bg-tint"
        >
          <input
            type="checkbox"
            name="scope"
            value={name}
            className="mt-1 size-4.5 flex-none accent-brand"
          />
          <span>
            {title}
            {detail && <span className="block text-soft text-sm">{detail}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Tick() {
  return (
    <svg viewBox="0 0 20 20" className="mt-1 size-4.5 flex-none stroke-brand" aria-hidden="true">
      <path d="m4 10.500 4 4 8-9" fill="none" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
