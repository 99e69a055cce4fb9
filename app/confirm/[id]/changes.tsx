import type { ReactNode } from 'react'
import { CatalogText } from '@/app/ui/catalog-text'
import type { Confirmation, Difference } from '@/lib/plugin/confirmation'
import { getTranslator } from '@/lib/session/locale'
import { readValue } from './value'

type ChangesProps = { differences: Difference[]; then: Confirmation | null; now: Confirmation }

/** What is not as it was when the app asked. */
export async function Changes({ differences, then, now }: ChangesProps) {
  if (differences.length === 0) return null
  const t = await getTranslator('confirm')
  return (
    <section
      aria-labelledby="changes"
      className="mt-5 rounded-lg bg-brass-tint px-4 py-3 text-brass [overflow-wrap:anywhere]"
    >
      <h2 id="changes" className="font-semibold text-base">
        {t('changes.title')}
      </h2>
      <ul className="mt-1">
        {differences.map((difference) => (
          <li key={difference.label}>
            <CatalogText text={difference.label} />
            {': '}
            <Change difference={difference} then={then} now={now} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type ChangeProps = { difference: Difference; then: Confirmation | null; now: Confirmation }

async function Change({ difference, then, now }: ChangeProps) {
  const t = await getTranslator('confirm')
  const before = difference.before && (await readValue(difference.before, then?.amount))
  const after = difference.now && (await readValue(difference.now, now.amount))
  if (before && after) return t.rich('changes.both', { ...how, before, after })
  return before
    ? t.rich('changes.gone', { ...how, before })
    : t.rich('changes.new', { ...how, after: after ?? '' })
}

const how = {
  was: (text: ReactNode) => <bdi>{text}</bdi>,
  is: (text: ReactNode) => (
    <strong>
      <bdi>{text}</bdi>
    </strong>
  ),
}
