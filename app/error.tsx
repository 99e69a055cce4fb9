'use client'

import { Panel } from '@/app/ui/panel'

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void }

/** The error's own text is never shown: it is ours to read, in the log under the same number. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <Panel
      title="Something went wrong on our side"
      lead="It is not your doing. Try again in a moment."
    >
      <button type="button" onClick={retry} className="button w-full">
        Try again
      </button>
      <p className="text-soft text-sm">
        If it stays,{' '}
        <a href="/support" className="link">
          tell us
        </a>
        {error.digest && (
          <>
            {' '}
            with this number: <code className="code">{error.digest}</code>
          </>
        )}
        .
      </p>
    </Panel>
  )
}
