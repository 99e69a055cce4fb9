import { CatalogText } from '@/app/ui/catalog-text'
import type { ConsentScope } from '@/lib/oauth/consent-scopes'
import { publishedTo } from '@/lib/released'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'
import { toOpened } from './opens'

type Scopes = ConsentScope[]

/** What is asked now: the person may leave out each of them. */
export function ScopeChoices({ title, scopes }: { title: string; scopes: Scopes }) {
  if (scopes.length === 0) return null
  return (
    <fieldset className="mt-5">
      <legend className="font-semibold text-brass text-sm">{title}</legend>
      {scopes.map((scope) => (
        <label
          key={scope.name}
          className="mt-2 flex cursor-pointer gap-3 rounded-lg border border-line p-3 has-checked:border-brand has-checked:bg-tint"
        >
          <input
            type="checkbox"
            name="scope"
            value={scope.name}
            defaultChecked={scope.on}
            className="mt-1 size-4.5 flex-none accent-brand"
          />
          <About scope={scope} />
        </label>
      ))}
    </fieldset>
  )
}

/** What is not asked: it goes with the connection, or was allowed before. */
export function ScopeList({ title, scopes }: { title: string; scopes: Scopes }) {
  if (scopes.length === 0) return null
  return (
    <section className="mt-5">
      <h3 className="font-semibold text-brass text-sm">{title}</h3>
      <ul className="mt-1 divide-y divide-line">
        {scopes.map((scope) => (
          <li key={scope.name} className="flex gap-3 px-3 py-2">
            <Tick />
            <About scope={scope} />
          </li>
        ))}
      </ul>
    </section>
  )
}

async function About({ scope: { name, title, detail, missed } }: { scope: ConsentScope }) {
  const t = await getTranslator('consent')
  const catalog = await publishedTo((await getPerson())?.id ?? null)
  return (
    <span className="min-w-0">
      <CatalogText text={title} />
      {detail && (
        <span className="block text-soft text-sm">
          <CatalogText text={detail} />
        </span>
      )}
      {toOpened(catalog, name).map(({ summary, asksFirst }) => (
        <span key={summary} className="block text-soft text-sm">
          <CatalogText text={summary} />
          {asksFirst && <span className="font-medium text-ink"> – {t('asksFirst')}</span>}
        </span>
      ))}
      {missed && <span className="block font-medium text-brass text-sm">{t('missed')}</span>}
    </span>
  )
}

function Tick() {
  return (
    <svg viewBox="0 0 20 20" className="mt-1 size-4.5 flex-none stroke-brand" aria-hidden="true">
      <path d="m4 10.500 4 4 8-9" fill="none" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
