'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { approveAction, refuseAction } from '@/lib/held-actions'
import { getPerson } from '@/lib/session/person'
import { confirmHref, toWayBack } from './way-back'

/** The page says how it ended, or asks anew; that nothing happened meanwhile only it cannot know. */
export async function submitApprove(form: FormData): Promise<void> {
  const { accountId, id } = await toAsked(form)
  const decided = accountId && (await approveAction(accountId, id, textOf(form, 'seen')))
  leave(form, decided && decided.status === 'changed')
}

export async function submitRefuse(form: FormData): Promise<void> {
  const { accountId, id } = await toAsked(form)
  if (accountId) await refuseAction(accountId, id)
  leave(form)
}

async function toAsked(form: FormData) {
  return { accountId: (await getPerson())?.id, id: textOf(form, 'id') }
}

// The header counts what waits, and is not made anew by going to another page.
function leave(form: FormData, changed: unknown = false): never {
  revalidatePath('/', 'layout')
  const back = toWayBack(form.get('back'))
  redirect(confirmHref(textOf(form, 'id'), back, { isNew: Boolean(changed) }))
}
