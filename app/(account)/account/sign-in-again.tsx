import { signInAgainHref } from '@/app/ui/hrefs'
import { getTranslator } from '@/lib/session/locale'

/** `what` is what it is for, in the reader's language: "To make a key". */
type SignInAgainProps = { next: string; what?: string }

/** In the place of what only somebody may do who signed in a moment ago. */
export async function SignInAgain({ next, what }: SignInAgainProps) {
  const t = await getTranslator('frame')
  return (
    <div className="mt-6 flex flex-wrap items-center gap-4 rounded-lg bg-brass-tint px-4 py-3">
      <p className="flex-1 basis-60 text-brass">
        {t('inside.again', { what: what ?? t('inside.anything') })}
      </p>
      <a href={signInAgainHref(next)} className="button button-small">
        {t('inside.signInAgain')}
      </a>
    </div>
  )
}
