import { signInAgainHref } from '@/app/ui/hrefs'

type SignInAgainProps = { next: string; what?: string }

/** In the place of what only somebody may do who signed in a moment ago. */
export function SignInAgain({ next, what = 'To change anything here' }: SignInAgainProps) {
  return (
    <div className="mt-6 flex flex-wrap items-center gap-4 rounded-lg bg-brass-tint px-4 py-3">
      <p className="flex-1 basis-60 text-brass">
        You signed in a while ago. {what}, show once more that it is you.
      </p>
      <a href={signInAgainHref(next)} className="button button-small">
        Sign in again
      </a>
    </div>
  )
}
