import { submitSignOut } from './actions'

type SignOutFormProps = { next?: string | null; text?: string; className?: string }

/** Leads to the sign-in page, which leads on to `next`. */
export function SignOutForm({
  next,
  text = 'Sign out',
  className = 'button button-quiet',
}: SignOutFormProps) {
  return (
    <form action={submitSignOut}>
      {next && <input type="hidden" name="next" value={next} />}
      <button type="submit" className={className}>
        {text}
      </button>
    </form>
  )
}
