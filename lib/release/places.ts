import { z } from 'zod'
import type { Tx } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { defineSetting } from '@/lib/settings/setting'

export type Places = { testers: number; days: number }

/** How many testers there may be, open invitations included, and for how many days one is open. */
export const places = defineSetting<Places>({
  name: 'release.places',
  schema: z.object({ testers: z.int().min(1).max(10_000), days: z.int().min(1).max(365) }),
  fallback: () => ({ testers: 15, days: 30 }),
})

/** One after the other from here on: two at once must not both get the last place. */
export async function lockPlaces(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE "Tester" IN SHARE ROW EXCLUSIVE MODE`
}

export const countTaken = (tx: Tx): Promise<number> =>
  tx.tester.count({
    where: { OR: [{ accountId: { not: null } }, { expiresAt: { gt: new Date() } }] },
  })

/** Throws PublicError `conflict` where every place is taken. */
export async function requirePlace(tx: Tx, testers: number): Promise<void> {
  if ((await countTaken(tx)) < testers) return
  throw new PublicError(
    'conflict',
    `All ${testers} places are taken. Remove a tester or an invitation, or make more places below.`,
  )
}
