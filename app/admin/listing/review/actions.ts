'use server'

import { redirect } from 'next/navigation'
import { operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import { isReviewHost } from '@/lib/listing/hosts'
import { markSubmitted } from '@/lib/listing/submissions'
import { toSurface } from '@/lib/listing/surface'
import { gatherFacts } from '../facts'

export async function noteSubmitted(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form }, async (actor) => {
    const host = String(form.get('host'))
    if (!isReviewHost(host)) return { errors: { form: 'There is no such host.' } }
    await markSubmitted(host, toSurface(await gatherFacts()), actor)
    redirect(`/admin/listing/review?host=${host}&submitted=1`)
  })
}
