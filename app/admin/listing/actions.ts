'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { textOf } from '@/app/(account)/form-state'
import { changedMeanwhile, operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import { getListingForChange, listingSetting, StoredListing } from '@/lib/listing/listing'
import { changeSetting } from '@/lib/settings/setting'

export async function saveListing(previous: Answer, form: FormData): Promise<Answer> {
  const current = await getListingForChange()
  const isSameProof = proofs.every((name) => textOf(form, name).trim() === current.value[name])
  const freshFor = isSameProof ? undefined : '/admin/listing'
  return operate({ previous, form, freshFor }, async (by) => {
    const typed = Object.fromEntries(
      Object.keys(StoredListing.shape).map((name) => [name, form.get(name)?.toString().trim()]),
    )
    const parsed = StoredListing.safeParse({ ...typed, logo: current.value.logo })
    if (!parsed.success) return { errors: toErrors(parsed.error) }
    const version = Number(form.get('version'))
    if (!(await changeSetting(listingSetting, { value: parsed.data, version, by }))) {
      return changedMeanwhile
    }
    redirect('/admin/listing?saved=1')
  })
}

/** Whoever sets these shows a host that the domain is theirs. */
const proofs = ['appsChallenge', 'pluginToken'] as const

const messages: Record<string, string> = {
  contactEmail: 'Give an address, for example help@example.com.',
  legalUrl: 'Give a whole address that begins with https://, or nothing.',
  privacyUrl: 'Give a whole address that begins with https://, or nothing.',
  supportUrl: 'Give a whole address that begins with https://, or nothing.',
  nameForModel: 'Use letters and digits only, at most 50.',
  appsChallenge: 'Paste the token alone, without spaces.',
  pluginToken: 'Paste the token alone, without spaces.',
}

const toErrors = ({ issues }: z.ZodError): Record<string, string> =>
  Object.fromEntries(
    issues.map(({ path: [field], code }) => [
      String(field),
      messages[String(field)] ?? (code === 'too_big' ? 'This is too long.' : 'This is needed.'),
    ]),
  )
