import { submitAskVerification } from '@/app/(account)/account/email/actions'
import { ExpiredLink } from '@/app/(account)/expired-link'
import { signInHref, signUpHref } from '@/app/ui/hrefs'
import { findSpentLink } from '@/lib/people/mail-links'
import { getTranslator } from '@/lib/session/locale'
import { safeNext } from '@/lib/session/next-path'

type SpentVerificationProps = { token: string; isSignedIn: boolean }

/** How whoever holds a spent link gets on: by a new one, or without, where it did its work. */
export async function SpentVerification({ token, isSignedIn }: SpentVerificationProps) {
  const spent = await findSpentLink(token)
  const next = safeNext(spent?.next)
  const t = await getTranslator('mailed')
  if (isSignedIn) {
    return (
      <ExpiredLink again="/account/email" text={t('verify.again')}>
        <form action={submitAskVerification}>
          <button type="submit" className="button w-full">
            {t('verify.mailAgain')}
          </button>
        </form>
      </ExpiredLink>
    )
  }
  if (spent?.purpose !== 'sign_up') {
    return <ExpiredLink again={signInHref('/account/email')} text={t('verify.signInAgain')} />
  }
  // Used, it made the account.
  return spent.wasUsed ? (
    <ExpiredLink again={signInHref(next)} text={t('verify.signInNow')} />
  ) : (
    <ExpiredLink again={signUpHref(next)} text={t('verify.createAgain')} />
  )
}
