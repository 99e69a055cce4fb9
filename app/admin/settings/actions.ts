'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { changedMeanwhile, operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import { auditDone } from '@/lib/audit/audit'
import { PublicError } from '@/lib/errors'
import type { Letter } from '@/lib/mail/letter'
import { send } from '@/lib/mail/send'
import { getPerson } from '@/lib/session/person'
import { callLimits } from '@/lib/settings/call-limits'
import { retention } from '@/lib/settings/retention'
import { changeSetting, type Setting } from '@/lib/settings/setting'
import { waysIn } from '@/lib/settings/ways-in'

const page = '/admin/settings'

export async function submitWaysIn(previous: Answer, form: FormData): Promise<Answer> {
  return save(previous, form, waysIn, {
    signUp: form.get('signUp') === 'closed' ? 'closed' : 'open',
    mailedLink: form.getAll('ways').includes('mailedLink'),
    providersOff: form
      .getAll('known')
      .map(String)
      .filter((id) => !form.getAll('ways').includes(id)),
  })
}

export async function submitCallLimits(previous: Answer, form: FormData): Promise<Answer> {
  return save(previous, form, callLimits, { factor: numberOf(form, 'factor') })
}

export async function submitRetention(previous: Answer, form: FormData): Promise<Answer> {
  return save(previous, form, retention, {
    activityDays: numberOf(form, 'activityDays'),
    attemptDays: numberOf(form, 'attemptDays'),
  })
}

export async function submitTestMail(previous: Answer, form: FormData): Promise<Answer> {
  return operate({ previous, form }, async (by) => {
    const person = await getPerson()
    const letter: Letter = {
      locale: 'en',
      subject: 'A test mail',
      paragraphs: ['Mail from this site arrives. There is nothing else to do.'],
    }
    await send(String(person?.email), () => letter).catch((error: Error) => {
      throw new PublicError('invalid_request', `Not sent. ${error.message}.`, { cause: error })
    })
    await auditDone(by, { act: 'mail.tested' })
    redirect(`${page}?done=mail`)
  })
}

function save<Value>(
  previous: Answer,
  form: FormData,
  setting: Setting<Value>,
  value: Value,
): Promise<Answer> {
  return operate({ previous, form, freshFor: page }, async (by) => {
    const checked = setting.schema.safeParse(value)
    if (!checked.success) {
      const wrong = checked.error.issues.map(({ path, message }) => [path.join('.'), message])
      return { errors: Object.fromEntries(wrong) }
    }
    const version = numberOf(form, 'version')
    const isSaved = await changeSetting(setting, { value: checked.data, version, by })
    return isSaved ? redirect(`${page}?done=${setting.name}`) : changedMeanwhile
  })
}

const numberOf = (form: FormData, name: string): number => Number(textOf(form, name) || Number.NaN)
