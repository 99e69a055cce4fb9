import { randomUUID } from 'node:crypto'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { install } from '../install'
import type { Problem } from '../problems'
import { type ProfileId, profiles } from '../profiles'
import { registerAlone } from '../register'
import { newVerificationToken } from '../registration'
import { createWire, type Step } from '../wire'
import { actAs } from './acting'
import {
  type KeptInstallation,
  type SeenInstallation,
  sealInstallation,
  toSeen,
  unsealInstallation,
} from './installation'

/** As many as one account may keep. */
export const mostInstallations = 30

export type Added = {
  /** Null when the host refuses it, or the account has too many already. */
  added: SeenInstallation | null
  problems: Problem[]
  steps: Step[]
  isFull: boolean
}

/** Installs by domain or URL as the profile's host would, and registers where that needs no one. */
export async function addInstallation(
  accountId: string,
  { address, profile }: { address: string; profile: ProfileId },
): Promise<Added> {
  const isFull = (await listInstallations(accountId)).length >= mostInstallations
  if (isFull) return { added: null, problems: [], steps: [], isFull }
  const wire = createWire(env().local)
  const { installation, problems } = await install(address, { profile: profiles[profile], wire })
  if (installation === null) return { added: null, problems, steps: wire.steps, isFull }
  const kept: KeptInstallation = {
    ...{ profile, installation, problems, tokens: null, pending: null },
    registration: await registerAlone(installation.auth, env().origin, actAs(profile, wire)),
    verification: { token: newVerificationToken(), verified: false },
    steps: wire.steps,
  }
  const row = await db().playgroundInstallation.create({
    data: { id: randomUUID(), accountId, content: sealInstallation(kept) },
  })
  return { added: toSeen(row, kept), problems, steps: wire.steps, isFull }
}

/** Newest first. */
export async function listInstallations(accountId: string): Promise<SeenInstallation[]> {
  const rows = await db().playgroundInstallation.findMany({
    where: { accountId },
    orderBy: { createdAt: 'desc' },
  })
  return rows.flatMap((row) => see(row) ?? [])
}

export async function getInstallation(
  accountId: string,
  id: string,
): Promise<SeenInstallation | null> {
  const row = await db().playgroundInstallation.findFirst({ where: { id, accountId } })
  return row && see(row)
}

type Row = { id: string; createdAt: Date; content: string }

function see(row: Row): SeenInstallation | null {
  const kept = unsealInstallation(row.content)
  return kept && toSeen(row, kept)
}

/** Forgets it with all its secrets; nothing is revoked: that is `unlink`. */
export async function removeInstallation(accountId: string, id: string): Promise<void> {
  await db().playgroundInstallation.deleteMany({ where: { id, accountId } })
}

/** For the rooms beside this one: with its secrets. */
export async function findKept(accountId: string, id: string): Promise<KeptInstallation | null> {
  const row = await db().playgroundInstallation.findFirst({ where: { id, accountId } })
  return row && unsealInstallation(row.content)
}

/** Writes what changed over what stands there now; null when it was removed meanwhile. */
export async function changeKept(
  accountId: string,
  id: string,
  change: Partial<KeptInstallation> | ((now: KeptInstallation) => Partial<KeptInstallation>),
): Promise<SeenInstallation | null> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "PlaygroundInstallation" WHERE "id" = ${id} FOR UPDATE`
    const row = await tx.playgroundInstallation.findFirst({ where: { id, accountId } })
    const now = row && unsealInstallation(row.content)
    if (!now) return null
    const kept = { ...now, ...(typeof change === 'function' ? change(now) : change) }
    await tx.playgroundInstallation.update({
      where: { id },
      data: { content: sealInstallation(kept), usedAt: new Date() },
    })
    return toSeen(row, kept)
  })
}
