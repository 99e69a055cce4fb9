'use server'

import { redirect } from 'next/navigation'
import { operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import { auditDone } from '@/lib/audit/audit'
import { PublicError } from '@/lib/errors'
import { sweep } from '@/lib/sweep/run'

export async function submitSweep(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form }, async (actor) => {
    const swept = await sweep()
    if (!swept) {
      const message = 'A sweep ran a moment ago, or runs now. Try again in two minutes.'
      throw new PublicError('conflict', message)
    }
    const rows = swept.reduce((sum, room) => sum + room.rows, 0)
    await auditDone(actor, { act: 'sweep.run', after: { rows } })
    redirect('/admin/health?swept=1')
  })
}
