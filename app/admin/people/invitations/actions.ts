'use server'

import { refresh } from 'next/cache'
import { textOf } from '@/app/(account)/form-state'
import { changedMeanwhile, operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import { inviteStaff, revokeInvitation } from '@/lib/people/invitations'

const page = '/admin/people/invitations'

export async function submitInvitation(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form, freshFor: page }, async (by) => {
    const email = textOf(form, 'email')
    const role = textOf(form, 'role') === 'operator' ? 'operator' : 'analyst'
    const { link } = await inviteStaff({ email, role }, by)
    refresh()
    return { values: { invited: email, ...(link && { link }) } }
  })
}

export async function submitRevoke(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form, freshFor: page }, async (by) => {
    if (!(await revokeInvitation(textOf(form, 'id'), by))) return changedMeanwhile
    refresh()
  })
}
