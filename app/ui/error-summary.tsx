type ErrorSummaryProps = { title?: string; errors: Record<string, string | undefined> }

/** All that is wrong with a form, above it; `form` is what belongs to no field. */
export function ErrorSummary({ title = 'Please correct this:', errors }: ErrorSummaryProps) {
  const { form, ...fields } = errors
  const wrong = Object.entries(fields).filter(([, message]) => message)
  if (!form && wrong.length === 0) return null
  return (
    <div role="alert" className="rounded-lg border border-danger bg-danger-tint px-4 py-3 text-sm">
      {form && <p>{form}</p>}
      {wrong.length > 0 && (
        <>
          <p className="font-semibold">{title}</p>
          <ul className="mt-1 list-disc ps-5">
            {wrong.map(([name, message]) => (
              <li key={name}>
                <a href={`#${name}`} className="underline underline-offset-2">
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
