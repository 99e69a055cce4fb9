import { ownAddress } from '@/app/(account)/own-address'
import { readWaiting } from '@/lib/session/arrival'
import { getTranslator } from '@/lib/session/locale'
import { providerName } from './provider-name'

/** Above the sign-in form, for who came by a provider and has an account here. */
export async function Waiting() {
  const waiting = await readWaiting()
  if (!waiting) return null
  const t = await getTranslator('gettingIn')
  return (
    <p role="status" className="rounded-lg bg-tint px-4 py-3 [overflow-wrap:anywhere]">
      {t.rich('link.waiting', {
        ...ownAddress,
        email: waiting.email,
        name: providerName(waiting.issuer),
      })}
    </p>
  )
}
