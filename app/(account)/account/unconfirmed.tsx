import { canMail } from '@/lib/mail/mode'
import { submitAskVerification } from './email/actions'

/** It stands in nobody's way: apps are told whether the address is confirmed. */
export function Unconfirmed() {
  if (!canMail()) return null
  return (
    <section
      aria-label="Email address"
      className="card mt-4 flex flex-wrap items-center gap-4 px-6 py-4"
    >
      <p className="min-w-0 flex-1 basis-60 text-sm">
        Your email address is not confirmed yet. You can go on without; apps that ask are told so.
      </p>
      <form action={submitAskVerification}>
        <button type="submit" className="button button-quiet button-small">
          Mail me the link
        </button>
      </form>
    </section>
  )
}
