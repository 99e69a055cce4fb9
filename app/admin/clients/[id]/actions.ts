'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { changedMeanwhile, operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import type { Actor } from '@/lib/audit/audit'
import { PublicError } from '@/lib/errors'
import { deleteClient } from '@/lib/oauth/clients/deletion'
import { getClient } from '@/lib/oauth/clients/list'
import { admit, unlist } from '@/lib/oauth/clients/listing'
import { requirePreset, toRedirectUris } from '@/lib/oauth/clients/presets'
import { addRedirectUris, removeRedirectUri } from '@/lib/oauth/clients/redirects'
import { endSecret, rotateSecret } from '@/lib/oauth/clients/secrets'
import { resumeClient, suspendClient } from '@/lib/oauth/clients/suspension'
import { clientHref } from '../href'
import { overlaps } from './overlaps'

type Seen = { id: string; version: number; by: Actor }

type Doing = { previous: Answer; form: FormData; isDangerous?: boolean }

/** An act on the client that the form names; false is somebody else having been first. */
function act(
  { previous, form, isDangerous }: Doing,
  run: (seen: Seen) => Promise<boolean | string | null>,
): Promise<Answer> {
  const id = textOf(form, 'id')
  return operate(
    { previous, form, ...(isDangerous && { freshFor: clientHref(id) }) },
    async (by) => {
      const done = await run({ id, version: Number(textOf(form, 'version')), by })
      if (done === false || done === null) return changedMeanwhile
      refresh()
      return { values: typeof done === 'string' ? { secret: done } : {} }
    },
  )
}

export async function submitCallback(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form, isDangerous: true }, async ({ id, ...change }) => {
    const given = textOf(form, 'callback').trim()
    if (!given) throw wrong('callback', 'Say an address.')
    const preset = (await getClient(id))?.preset
    const isAddress = given.includes(':') || !preset
    const uris = isAddress ? [given] : toRedirectUris(requirePreset(preset), given)
    return addRedirectUris(id, uris, change)
  })
}

export async function submitRemoveCallback(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form }, ({ id, ...change }) =>
    removeRedirectUri(id, textOf(form, 'uri'), change),
  )
}

/** The secret is shown in this one answer and never again. */
export async function submitSecret(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form, isDangerous: true }, ({ id, ...change }) => {
    const hours = textOf(form, 'hours')
    if (!overlaps.some(([known]) => known === hours)) throw wrong('hours', 'Choose how long.')
    return rotateSecret(id, { ...change, hours: Number(hours) })
  })
}

export async function submitEndSecret(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form, isDangerous: true }, ({ id, by }) =>
    endSecret(id, textOf(form, 'secret'), by),
  )
}

export async function submitList(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form, isDangerous: true }, async ({ id, by }) =>
    Boolean(await admit(id, by)),
  )
}

export async function submitUnlist(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form }, async ({ id, by }) => {
    await unlist(id, by)
    return true
  })
}

export async function submitSuspend(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form, isDangerous: true }, async ({ id, by }) => {
    if (!(await getClient(id))) throw new PublicError('not_found', 'There is no such client.')
    return suspendClient(id, by)
  })
}

export async function submitResume(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form, isDangerous: true }, ({ id, by }) => resumeClient(id, by))
}

export async function submitDelete(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form, isDangerous: true }, async ({ id, version, by }) => {
    if (!(await deleteClient(id, version, by))) return false
    return redirect('/admin/clients')
  })
}

const wrong = (field: string, message: string) =>
  new PublicError('invalid_request', message, { fields: [{ field, message }] })
