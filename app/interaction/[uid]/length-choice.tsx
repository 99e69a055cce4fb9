import type { Length } from '@/lib/oauth/lengths'

const words: [Length, string, string][] = [
  ['always', 'Until I disconnect it', 'It also ends after 180 days without use.'],
  ['month', '30 days', 'Then it has to ask again.'],
  ['day', 'One day', 'It ends 24 hours from now, whether you are signed in or not.'],
]

export function LengthChoice() {
  return (
    <fieldset className="mt-6 border-line border-t pt-5">
      <legend className="sr-only">For how long</legend>
      <p aria-hidden="true" className="font-semibold text-brass text-sm">
        For how long
      </p>
      {words.map(([value, title, detail]) => (
        <label key={value} className="mt-2 flex cursor-pointer gap-3">
          <input
            type="radio"
            name="length"
            value={value}
            defaultChecked={value === 'always'}
            className="mt-1 size-4.5 flex-none accent-brand"
          />
          <span>
            {title}
            <span className="block text-soft text-sm">{detail}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
