import { getTranslator } from '@/lib/session/locale'
import { submitSignOut } from './actions'

type SignOutFormProps = {
  next?: string | null
  /** As an app sent it along: it may name where to go on to. */
  request?: string | null
  text?: string
  className?: string
}

/** Leads to the sign-in page, which leads on to `next`. */
export async function SignOutForm({
  next,
  request,
  text,
  className = 'button button-quiet',
}: SignOutFormProps) {
  const t = await getTranslator('gettingIn')
  return (
    <form action={submitSignOut}>
      {request && <input type="hidden" name="request" value={request} />}
      {next && <input type="hidden" name="next" value={next} />}
      <button type="submit" className={className}>
        {text ?? t('signOut.button')}
      </button>
    </form>
  )
}
