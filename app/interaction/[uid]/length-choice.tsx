import type { Length } from '@/lib/oauth/lengths'
import { getTranslator } from '@/lib/session/locale'

const lengths: Length[] = ['always', 'month', 'day']

/** `chosen` is how it stands before the person touches it. */
export async function LengthChoice({ chosen }: { chosen: Length }) {
  const t = await getTranslator('consent')
  return (
    <fieldset className="mt-6 border-line border-t pt-5">
      <legend className="sr-only">{t('length.title')}</legend>
      <p aria-hidden="true" className="font-semibold text-brass text-sm">
        {t('length.title')}
      </p>
      {lengths.map((value) => (
        <label key={value} className="mt-2 flex cursor-pointer gap-3">
          <input
            type="radio"
            name="length"
            value={value}
            defaultChecked={value === chosen}
            className="mt-1 size-4.5 flex-none accent-brand"
          />
          <span>
            {t(`length.${value}.title`)}
            <span className="block text-soft text-sm">{t(`length.${value}.detail`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
