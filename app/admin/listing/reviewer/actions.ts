'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import { endEverything } from '@/lib/account/deletion'
import { auditDone } from '@/lib/audit/audit'
import { env } from '@/lib/env'
import { catalog } from '@/lib/operations'
import { closeSessions } from '@/lib/people/deletion'
import { createReviewer, endReviewer, reviewDays } from '@/lib/people/reviewer'
import { runInReview } from '../in-review'
import type { Result } from './results'

const page = '/admin/listing/reviewer'

export async function submitCreate(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form, freshFor: page }, async (by) => {
    const days = Number(form.get('days'))
    if (!Number.isInteger(days) || days < 1 || days > reviewDays.most) {
      return { errors: { days: `Choose 1 to ${reviewDays.most} days.` } }
    }
    const { hostname } = new URL(env().origin)
    const domain = hostname.includes('.') ? hostname : `${hostname}.example`
    const made = await createReviewer({ days, domain, by })
    await stop(made.ended)
    await catalog.review?.furnish(made.accountId)
    revalidatePath(page)
    return { values: { madeEmail: made.email, madePassword: made.password } }
  })
}

export async function submitEnd(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form, freshFor: page }, async (by) => {
    await stop(await endReviewer(by))
    redirect(page)
  })
}

/** Whoever knows the password of before does nothing more, whenever the sweep comes. */
async function stop(accountIds: string[]): Promise<void> {
  for (const accountId of accountIds) {
    await closeSessions(accountId)
    await endEverything(accountId)
  }
}

export async function submitRun(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form }, async (by) => {
    const ran = await runInReview.all()
    if (!ran) return { errors: { form: 'Create the reviewer’s account first.' } }
    await auditDone(by, { act: 'reviewer.prompts_run', after: { prompts: ran.length } })
    const results = ran.map(
      ({ prompt, operation, outcome, text }): Result => ({
        ...{ prompt, outcome, text: text.slice(0, 2000) },
        operation: operation.name,
      }),
    )
    return { values: { results: JSON.stringify(results) } }
  })
}
