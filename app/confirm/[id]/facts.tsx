import type { ReactNode } from 'react'
import { CatalogText } from '@/app/ui/catalog-text'
import type { Confirmation } from '@/lib/plugin/confirmation'
import { getTranslator } from '@/lib/session/locale'
import { readAmount, readValue } from './value'

/** What will happen, line by line, and what holds afterwards. */
export async function Facts({ confirmation }: { confirmation: Confirmation }) {
  const { facts, amount, terms } = confirmation
  const t = await getTranslator('confirm')
  const rows = await Promise.all(
    facts.map(async ([label, value]) => ({ label, value: await readValue(value, amount) })),
  )
  const price = amount && (await readAmount(amount))
  const isPriced = !price || rows.some(({ value }) => value === price)
  return (
    <>
      <dl className="mt-5 divide-y divide-line border-line border-y">
        {rows.map(({ label, value }) => (
          <Fact key={label} label={<CatalogText text={label} />} value={value} />
        ))}
        {!isPriced && <Fact label={t('price')} value={price} />}
      </dl>
      {terms && (
        <p className="mt-4 text-soft text-sm">
          <CatalogText text={terms} />
        </p>
      )}
    </>
  )
}

function Fact({ label, value }: { label: ReactNode; value: string }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-6 py-2">
      <dt className="text-soft">{label}</dt>
      <dd className="min-w-0 font-medium [overflow-wrap:anywhere]">
        <bdi>{value}</bdi>
      </dd>
    </div>
  )
}
