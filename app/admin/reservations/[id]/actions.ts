'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { changedMeanwhile, operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import { cancelAndTell } from './cancel-and-tell'

export async function submitCancel(previous: Answer, form: FormData): Promise<Answer> {
  const id = textOf(form, 'id')
  const page = `/admin/reservations/${encodeURIComponent(id)}`
  return operate({ previous, form, freshFor: page }, async (by) => {
    const isCancelled = await cancelAndTell({ id, reason: textOf(form, 'reason'), by })
    return isCancelled ? redirect(`${page}?done=cancelled`) : changedMeanwhile
  })
}
