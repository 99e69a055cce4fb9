import { submitSignOut } from './actions'

type SignOutFormProps = {
  next?: string | null
  /** As an app sent it along: it may name where to go on to. */
  request?: string | null
  text?: string
  className?: string
}

/** Leads to the sign-in page, which leads on to `next`. */
export function SignOutForm({
  next,
  request,
  text = 'Sign out',
  className = 'button button-quiet',
}: SignOutFormProps) {
  return (
    <form action={submitSignOut}>
      {request && <input type="hidden" name="request" value={request} />}
      {next && <input type="hidden" name="next" value={next} />}
      <button type="submit" className={className}>
        {text}
      </button>
    </form>
  )
}
