type ChangeProps = { before: unknown; after: unknown }

/** What differs, field by field where both are objects. */
export function Change({ before, after }: ChangeProps) {
  const changes = toChanges(before, after)
  if (changes.length === 0) return null
  return (
    <dl className="max-w-96 space-y-1">
      {changes.map(({ field, from, to }) => (
        <div key={field}>
          {field && <dt className="text-soft">{field}</dt>}
          <dd>
            {from !== undefined && <del className="text-danger">{from}</del>}{' '}
            {to !== undefined && <ins className="text-brand no-underline">{to}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

type FieldChange = { field: string; from: string | undefined; to: string | undefined }

export function toChanges(before: unknown, after: unknown): FieldChange[] {
  const [from, to] = [toFields(before), toFields(after)]
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((field) => {
    const change = { field, from: toText(from[field]), to: toText(to[field]) }
    return change.from === change.to ? [] : [change]
  })
}

function toFields(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {}
  return typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : { '': value }
}

function toText(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  const isTexts = Array.isArray(value) && value.every((one) => typeof one === 'string')
  return isTexts ? value.join(', ') : JSON.stringify(value)
}
