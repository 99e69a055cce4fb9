'use client'

import { useBrokenTexts } from '@/app/broken-texts'
import { ErrorNumber } from '@/app/error-number'
import { Panel } from '@/app/ui/panel'

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void }

/** The error's own text is never shown: it is ours to read, in the log under the request's id. */
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
        <ErrorNumber text={texts.number} digest={error.digest} />
      </p>
    </Panel>
  )
}
