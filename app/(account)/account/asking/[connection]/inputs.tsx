'use client'

import { useAnswer } from '@/app/ui/action-form'

type RadioProps = { name: string; value: string; chosen: string; title: string; detail: string }

/** One of several; what was sent last counts more than what is saved. */
export function Radio({ name, value, chosen, title, detail }: RadioProps) {
  const { values } = useAnswer().answer
  return (
    <label className="mt-2 flex cursor-pointer gap-3">
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={(values[name] ?? chosen) === value}
        className="mt-1 size-4.5 flex-none accent-brand"
      />
      <span>
        {title}
        <span className="block text-soft text-sm">{detail}</span>
      </span>
    </label>
  )
}

type CurrencyFieldProps = {
  name: string
  label: string
  currencies: readonly string[]
  chosen?: string | null
}

export function CurrencyField({ name, label, currencies, chosen }: CurrencyFieldProps) {
  const { values } = useAnswer().answer
  return (
    <div>
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <select
        id={name}
        name={name}
        defaultValue={values[name] ?? chosen ?? currencies[0]}
        className="mt-1.5 block min-h-11 w-full rounded-lg border border-edge bg-surface px-3 py-2"
      >
        {currencies.map((currency) => (
          <option key={currency}>{currency}</option>
        ))}
      </select>
    </div>
  )
}
