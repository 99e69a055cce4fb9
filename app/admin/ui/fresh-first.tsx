import type { ReactNode } from 'react'
import { signInAgainHref } from '@/app/ui/hrefs'
import { isFresh, type Person } from '@/lib/session/person'

type FreshFirstProps = { person: Person; page: string; what: string; children: ReactNode }

/** A dangerous form, shown to an operator who signed in a moment ago: nothing typed is lost. */
export function FreshFirst({ person, page, what, children }: FreshFirstProps) {
  if (person.role !== 'operator') {
    return <p className="mt-6 text-soft">Only operators can {what}. Ask one of them.</p>
  }
  if (isFresh(person)) return children
  return (
    <div className="mt-6 flex flex-wrap items-center gap-4 rounded-lg bg-brass-tint px-4 py-3">
      <p className="flex-1 basis-60 text-brass">
        To {what}, show once more that it is you: with your password or a passkey.
      </p>
      <a href={signInAgainHref(page)} className="button button-small">
        Sign in again
      </a>
    </div>
  )
}
