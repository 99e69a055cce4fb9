'use server'

import { redirect } from 'next/navigation'
import { operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import { rotateKeys } from '@/lib/oauth/keys'

export async function submitRotate(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form, freshFor: '/admin/keys' }, async (actor) => {
    await rotateKeys(actor)
    redirect('/admin/keys?rotated=1')
  })
}
