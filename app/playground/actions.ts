'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { startConversation } from '@/lib/host/kept/conversations'
import {
  addInstallation,
  listInstallations,
  mostInstallations,
} from '@/lib/host/kept/installations'
import { wipePlayground } from '@/lib/host/kept/wipe'
import type { Problem } from '@/lib/host/problems'
import { isProfileId, profiles } from '@/lib/host/profiles'
import type { Step } from '@/lib/host/wire'
import { readChosen } from './chosen'
import { chatHref, installationHref } from './hrefs'
import { requirePlayer } from './player'

/** Why nothing was installed. */
export type Refused = {
  address: string
  profile: string
  says: string
  problems: Problem[]
  steps: Step[]
}

export async function submitInstall(_: Refused | null, form: FormData): Promise<Refused> {
  const player = await requirePlayer()
  const address = textOf(form, 'address').slice(0, 2048)
  const profile = textOf(form, 'profile')
  if (!isProfileId(profile)) {
    return { address, profile: 'chatgpt', says: 'Choose a host.', problems: [], steps: [] }
  }
  const { added, isFull, problems, steps } = await addInstallation(player.id, { address, profile })
  if (added) redirect(installationHref(added.id))
  const says = isFull
    ? `You have ${mostInstallations} plugins here already: remove one first.`
    : `${profiles[profile].name} installs nothing from there.`
  return { address, profile, says, problems, steps }
}

/** All plugins of a conversation are played as the host of the first. */
export async function submitStart(form: FormData): Promise<void> {
  const player = await requirePlayer()
  const asked = form.getAll('installation').map(String)
  const own = (await listInstallations(player.id)).filter(({ id }) => asked.includes(id))
  const profile = own[0]?.profile
  const chosen = readChosen(textOf(form, 'subdivision'))
  if (!profile) redirect('/playground?done=none#talk')
  if (!chosen) redirect('/playground?done=subdivision#talk')
  const installationIds = own.filter((one) => one.profile === profile).map(({ id }) => id)
  const { id } = await startConversation(player.id, { profile, installationIds, chosen })
  redirect(chatHref(id))
}

export async function submitWipe(): Promise<void> {
  await wipePlayground((await requirePlayer()).id)
  redirect('/playground?done=wiped')
}
