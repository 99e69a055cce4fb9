'use server'

import { revalidatePath } from 'next/cache'
import { textOf } from '@/app/(account)/form-state'
import { operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import { grantAccess, invite, refuseAccess, remove } from '@/lib/letting-in'

const page = '/admin/release'
const requests = '/admin/release/requests'

export async function submitInvite(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form }, async (by) => {
    const link = await invite(textOf(form, 'email'), by)
    revalidatePath(page)
    return { values: { email: '', ...(link && { link }) } }
  })
}

export async function submitRemove(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form }, async (by) => {
    await remove(textOf(form, 'tester'), by)
    revalidatePath(page)
  })
}

export async function submitLetIn(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form }, async (by) => {
    await grantAccess(textOf(form, 'account'), by)
    revalidatePath(requests)
  })
}

export async function submitRefuse(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form }, async (by) => {
    await refuseAccess(textOf(form, 'account'), by)
    revalidatePath(requests)
  })
}
