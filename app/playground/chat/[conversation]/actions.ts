'use server'

import { notFound, redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { confirmHref } from '@/app/confirm/[id]/way-back'
import { readChosen } from '@/app/playground/chosen'
import { chatHref, lastHref, wishHref } from '@/app/playground/hrefs'
import { ownActionAt } from '@/app/playground/own-page'
import { requirePlayer } from '@/app/playground/player'
import { env } from '@/lib/env'
import { fieldsOf, parseInput, readFields } from '@/lib/host/form-input'
import { heldAt } from '@/lib/host/held'
import { callInConversation, decline, type Wish } from '@/lib/host/kept/calling'
import { addEntry, changeChosen } from '@/lib/host/kept/conversations'
import { getInstallation } from '@/lib/host/kept/installations'

/** Calls at once, or leads to the host's card where this host asks first. */
export async function submitCall(form: FormData): Promise<void> {
  const player = await requirePlayer()
  const wish = toWish(form)
  await say(player.id, wish, form)
  await callOrAsk(player.id, wish)
}

export async function submitForm(form: FormData): Promise<void> {
  const player = await requirePlayer()
  const [id, name] = [textOf(form, 'installation'), textOf(form, 'operation')]
  const seen = await getInstallation(player.id, id)
  const operation = seen?.installation.operations.find((one) => one.name === name)
  if (!operation) return notFound()
  const conversationId = textOf(form, 'conversation')
  const read = readFields(fieldsOf(operation), (field) => textOf(form, `input.${field}`))
  if ('wrong' in read) {
    const asked = new URLSearchParams({ installation: id, operation: name, wrong: read.wrong })
    redirect(`${chatHref(conversationId)}?${asked}#wish`)
  }
  await callOrAsk(player.id, { conversationId, installationId: id, operation: name, ...read })
}

/** The person said yes on the host's card. What the plugin then asks itself is asked on its page. */
export async function submitConfirmed(form: FormData): Promise<void> {
  const player = await requirePlayer()
  const wish = toWish(form)
  await say(player.id, wish, form)
  const confirmed = textOf(form, 'as') === 'always' ? 'always' : 'once'
  const called = await callInConversation(player.id, { ...wish, confirmed })
  const entry = called.status === 'called' ? called.entry : null
  const held = entry?.kind === 'call' ? heldAt(entry.outcome) : null
  const action = held !== null && form.has('as') ? ownActionAt(held) : null
  // Another site's page is a link in the conversation: the person sees where it leads.
  redirect(action ? confirmHref(action, chatHref(wish.conversationId)) : decidedHref(wish))
}

export async function submitDeclined(form: FormData): Promise<void> {
  const player = await requirePlayer()
  const wish = toWish(form)
  await say(player.id, wish, form)
  await decline(player.id, wish)
  redirect(decidedHref(wish))
}

export async function submitPlace(form: FormData): Promise<void> {
  const player = await requirePlayer()
  const id = textOf(form, 'conversation')
  const place = textOf(form, 'subdivision')
  const chosen = readChosen(place)
  if (!chosen) redirect(`${chatHref(id)}?${new URLSearchParams({ place: place.slice(0, 20) })}`)
  if (!(await changeChosen(player.id, id, chosen))) return notFound()
  redirect(chatHref(id))
}

/** Where there is a model, it goes on from what the person decided. */
const decidedHref = ({ conversationId }: Wish): string =>
  lastHref(conversationId, env().model !== null)

async function callOrAsk(accountId: string, wish: Wish): Promise<never> {
  const { conversationId, installationId, operation, input } = wish
  const called = await callInConversation(accountId, wish)
  if (called.status === 'not_found') return notFound()
  if (called.status === 'called') redirect(lastHref(conversationId))
  const wished = { installation: installationId, operation, input: JSON.stringify(input) }
  return redirect(wishHref(conversationId, wished, true))
}

async function say(accountId: string, { conversationId }: Wish, form: FormData): Promise<void> {
  const text = textOf(form, 'prompt').slice(0, 1000)
  if (text) await addEntry(accountId, conversationId, { kind: 'message', by: 'person', text })
}

function toWish(form: FormData): Wish {
  const input = parseInput(textOf(form, 'input'))
  if (input === null) return notFound()
  return {
    conversationId: textOf(form, 'conversation'),
    installationId: textOf(form, 'installation'),
    operation: textOf(form, 'operation'),
    input,
  }
}
