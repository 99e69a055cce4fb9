import { readWaiting } from '@/lib/session/arrival'
import { providerName } from './provider-name'

/** Above the sign-in form, for who came by a provider and has an account here. */
export async function Waiting() {
  const waiting = await readWaiting()
  if (!waiting) return null
  return (
    <p role="status" className="rounded-lg bg-tint px-4 py-3 [overflow-wrap:anywhere]">
      There is an account for <strong>{waiting.email}</strong> already. Sign in to it the way you
      usually do, and you can add {providerName(waiting.issuer)} to it.
    </p>
  )
}
