'use client'

import { useActionState } from 'react'
import { RecoveryCodeList } from '@/app/(account)/account/security/recovery-code-list'
import { submitNewCodes } from './actions'

/** `asksPasskey`: they come with turning on that a passkey is asked for. */
export function NewCodesForm({ asksPasskey }: { asksPasskey: boolean }) {
  const [codes, submit, pending] = useActionState(submitNewCodes, null)
  if (codes) return <RecoveryCodeList codes={codes} />
  return (
    <form action={submit} className="space-y-5">
      {asksPasskey && <input type="hidden" name="ask" value="passkey" />}
      <p>
        {asksPasskey
          ? 'After your password you are asked for one of your passkeys. For the day you have none at hand, you get ten recovery codes.'
          : 'You get ten new codes. Those you have stop working at once.'}
      </p>
      <button type="submit" className="button w-full" aria-disabled={pending}>
        {asksPasskey ? 'Turn on and show the codes' : 'Make new codes'}
      </button>
      <a href="/account/security" className="button button-quiet w-full">
        {asksPasskey ? 'Leave it off' : 'Keep the ones I have'}
      </a>
    </form>
  )
}
