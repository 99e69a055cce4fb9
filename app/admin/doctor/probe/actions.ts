'use server'

import { redirect } from 'next/navigation'
import { operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import { auditDone } from '@/lib/audit/audit'
import { env } from '@/lib/env'
import { removeSelfRegistered } from '@/lib/oauth/clients/registration'
import { runProbe } from '@/lib/probe/run'
import { keepRun } from '@/lib/probe/runs'

export async function submitProbe(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form }, async (by) => {
    const { origin, local } = env()
    const results = await runProbe({ origin, local, forget: removeSelfRegistered })
    await keepRun(String(by.accountId), results)
    await auditDone(by, { act: 'probe.run' })
    redirect('/admin/doctor/probe')
  })
}
