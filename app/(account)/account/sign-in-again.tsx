import { signInAgainHref } from '@/app/ui/hrefs'
import { getTranslator } from '@/lib/session/locale'

type SignInAgainProps = {
  next: string
  /** What for, in the reader's language: "To change your address". */
  what?: string
}

/** In the place of what only somebody may do who signed in a moment ago. */
export async function SignInAgain({ next, what }: SignInAgainProps) {
  const t = await getTranslator('account')
  return (
    <div className="mt-6 flex flex-wrap items-center gap-4 rounded-lg bg-brass-tint px-4 py-3">
      <p className="flex-1 basis-60 text-brass">
        {t('again.lead', { what: what ?? t('again.what') })}
      </p>
      <a href={signInAgainHref(next)} className="button button-small">
        {t('again.signIn')}
      </a>
    </div>
  )
}
