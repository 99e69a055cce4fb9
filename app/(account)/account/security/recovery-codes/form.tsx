'use client'

import { useActionState } from 'react'
import { RecoveryCodeList } from '@/app/(account)/account/security/recovery-code-list'
import { submitNewCodes } from './actions'

export function NewCodesForm() {
  const [codes, submit, pending] = useActionState(submitNewCodes, null)
  if (codes) return <RecoveryCodeList codes={codes} />
  return (
    <form action={submit} className="space-y-5">
      <p>You get ten new codes. Those you have stop working at once.</p>
      <button type="submit" className="button w-full" aria-disabled={pending}>
        Make new codes
      </button>
      <a href="/account/security" className="button button-quiet w-full">
        Keep the ones I have
      </a>
    </form>
  )
}
