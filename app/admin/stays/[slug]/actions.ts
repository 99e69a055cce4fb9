'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { changedMeanwhile, operate } from '@/app/admin/operate'
import type { Answer } from '@/app/ui/action-form'
import { closeNights, openNights } from '@/lib/stays/admin/closing'
import { editRooms } from '@/lib/stays/admin/edit-rooms'
import { editStay, offerStay, type Seen, withdrawStay } from '@/lib/stays/admin/edit-stay'
import { type Done, pageOf } from './page-of'
import { readRooms } from './read-rooms'

type Acting = { previous: Answer; form: FormData; done: Done; isDangerous?: boolean }

/** An act on the house that the form names; false is somebody else having been first. */
function act(
  { previous, form, done, isDangerous }: Acting,
  run: (seen: Seen) => Promise<boolean>,
): Promise<Answer> {
  const slug = textOf(form, 'slug')
  const freshFor = isDangerous ? { freshFor: pageOf(slug) } : {}
  return operate({ previous, form, ...freshFor }, async (by) => {
    const seen = { slug, version: Number(textOf(form, 'version') || Number.NaN), by }
    return (await run(seen)) ? redirect(pageOf(slug, done)) : changedMeanwhile
  })
}

export async function submitFacts(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form, done: 'saved' }, (seen) =>
    editStay(
      {
        name: textOf(form, 'name'),
        description: textOf(form, 'description'),
        address: textOf(form, 'address'),
        kind: textOf(form, 'kind'),
        amenities: textOf(form, 'amenities'),
      },
      seen,
    ),
  )
}

export async function submitRooms(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form, done: 'saved' }, (seen) => editRooms(readRooms(form), seen))
}

export async function submitWithdraw(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form, done: 'withdrawn', isDangerous: true }, withdrawStay)
}

export async function submitOffer(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form, done: 'offered' }, offerStay)
}

export async function submitClose(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form, done: 'closed' }, async ({ slug, by }) => {
    await closeNights({ slug, by, ...readNights(form) })
    return true
  })
}

export async function submitOpen(previous: Answer, form: FormData): Promise<Answer> {
  return act({ previous, form, done: 'opened' }, async ({ slug, by }) => {
    await openNights({ slug, by, ...readNights(form) })
    return true
  })
}

const readNights = (form: FormData) => ({
  from: textOf(form, 'from'),
  to: textOf(form, 'to'),
  roomIds: textOf(form, 'rooms').split(' ').filter(Boolean),
})
