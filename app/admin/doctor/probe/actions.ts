'use server'

import { redirect } from 'next/navigation'
import { operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import { env } from '@/lib/env'
import { removeSelfRegistered } from '@/lib/oauth/clients/registration'
import { runProbe } from '@/lib/probe/run'
import { keepRun } from '@/lib/probe/runs'

export async function submitProbe(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form }, async ({ accountId }) => {
    const { origin, local } = env()
    await keepRun(
      String(accountId),
      await runProbe({ origin, local, forget: removeSelfRegistered }),
    )
    redirect('/admin/doctor/probe')
  })
}
