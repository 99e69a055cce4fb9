'use client'

import { useBrokenTexts } from '@/app/broken-texts'
import { Panel } from '@/app/ui/panel'

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void }

/** The error's own text is never shown: it is ours to read, in the log under the same number. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const texts = useBrokenTexts()
  if (!texts) return null
  return (
    <Panel title={texts.title} lead={texts.lead}>
      <button type="button" onClick={retry} className="button w-full">
        {texts.retry}
      </button>
      <p className="text-soft text-sm">
        <a href="/support" className="link">
          {texts.support}
        </a>
        {error.digest && (
          <span className="block">
            {texts.number} <code className="code">{error.digest}</code>
          </span>
        )}
      </p>
    </Panel>
  )
}
