'use server'

import { refresh } from 'next/cache'
import { textOf } from '@/app/(account)/form-state'
import { changedMeanwhile, operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import { PublicError } from '@/lib/errors'
import { admissionSetting } from '@/lib/oauth/clients/admission-setting'
import { changeSetting } from '@/lib/settings/setting'

const page = '/admin/clients/admission'

export async function submitAdmission(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form, freshFor: page }, async (by) => {
    const read = admissionSetting.schema.safeParse({
      documents: textOf(form, 'documents'),
      dynamic: textOf(form, 'dynamic'),
    })
    if (!read.success) throw new PublicError('invalid_request', 'Choose one of each.')
    const version = Number(textOf(form, 'version'))
    const isChanged = await changeSetting(admissionSetting, { value: read.data, version, by })
    if (!isChanged) return changedMeanwhile
    refresh()
  })
}
