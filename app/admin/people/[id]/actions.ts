'use server'

import { refresh } from 'next/cache'
import { textOf } from '@/app/(account)/form-state'
import { changedMeanwhile, operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import type { Actor } from '@/lib/audit/audit'
import { endConnections } from '@/lib/connections/endings'
import { PublicError } from '@/lib/errors'
import { changeRole } from '@/lib/people/roles'
import { removeSecondFactor } from '@/lib/people/second-factor'
import { endSessions, resumePerson, suspendPerson } from '@/lib/people/suspension'

type Run = (id: string, by: Actor) => Promise<boolean>

/** A dangerous act on the person that the form names; false is somebody else having been first. */
function act(previous: Answer, form: FormData, run: Run): Promise<Answer> {
  const id = textOf(form, 'id')
  const freshFor = `/admin/people/${encodeURIComponent(id)}`
  return operate({ previous, form, freshFor }, async (by) => {
    if (!(await run(id, by))) return changedMeanwhile
    refresh()
  })
}

export async function submitSuspend(previous: Answer, form: FormData): Promise<Answer> {
  return act(previous, form, suspendPerson)
}

export async function submitResume(previous: Answer, form: FormData): Promise<Answer> {
  return act(previous, form, resumePerson)
}

export async function submitEndSessions(previous: Answer, form: FormData): Promise<Answer> {
  return act(previous, form, async (id, by) => (await endSessions(id, by)) >= 0)
}

export async function submitRemoveSecondFactor(previous: Answer, form: FormData): Promise<Answer> {
  return act(previous, form, removeSecondFactor)
}

export async function submitEndConnections(previous: Answer, form: FormData): Promise<Answer> {
  return act(previous, form, async (id, by) => {
    return (await endConnections(id, textOf(form, 'connection') || null, by)) > 0
  })
}

export async function submitRole(previous: Answer, form: FormData): Promise<Answer> {
  return act(previous, form, (id, by) => {
    const [from, to] = [toRole(textOf(form, 'was')), toRole(textOf(form, 'role'))]
    return changeRole(id, { from, to, by })
  })
}

function toRole(text: string) {
  const role = (['member', 'analyst', 'operator'] as const).find((one) => one === text)
  if (role) return role
  throw new PublicError('invalid_request', 'There is no such role.')
}
