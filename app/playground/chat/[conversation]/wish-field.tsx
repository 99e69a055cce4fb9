import { type InputField, toTyped } from '@/lib/host/form-input'

type WishFieldProps = { field: InputField; value: unknown }

const control =
  'mt-1.5 block min-h-11 w-full rounded-lg border border-edge bg-surface px-3 py-2 font-normal'

/** A property of an input. Its name is the plugin's, so that of the field says more than that. */
export function WishField({ field, value }: WishFieldProps) {
  const { name, description, required, kind, choices } = field
  const id = `field-${name}`
  const shared = { id, name: `input.${name}`, required, className: control }
  const typed = toTyped(value)
  return (
    <div className="max-w-xl">
      <label htmlFor={id} className="font-medium font-mono text-sm">
        {name}
      </label>
      {!required && <span className="text-soft text-sm"> optional</span>}
      {description && <p className="text-soft text-sm">{description}</p>}
      {kind === 'choice' || kind === 'boolean' ? (
        <select {...shared} defaultValue={typed}>
          <option value="">Not said</option>
          {(kind === 'boolean' ? ['true', 'false'] : choices).map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : kind === 'json' ? (
        <textarea {...shared} rows={3} defaultValue={typed} placeholder="JSON" />
      ) : (
        <input
          {...shared}
          type={kind}
          step={kind === 'number' ? 'any' : undefined}
          defaultValue={typed}
        />
      )}
    </div>
  )
}
