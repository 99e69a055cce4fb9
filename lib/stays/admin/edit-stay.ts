import { z } from 'zod'
import { type Actor, audit } from '@/lib/audit/audit'
import { db, type Tx } from '@/lib/data/db'
import { stayKinds } from './find-stays'
import { checkTyped, typed } from './typed'

const StayFacts = z.object({
  name: typed('Name', 80),
  description: typed('Description', 1000),
  address: typed('Address', 160),
  kind: z.enum(stayKinds, 'Kind: choose one.'),
  amenities: z
    .string()
    .max(1500, 'Amenities: that is too much.')
    .transform((text) => [...new Set(text.split(',').map((one) => one.trim()))].filter(Boolean))
    .pipe(z.array(typed('Each amenity', 40)).max(30, 'Amenities: at most 30.')),
})

/** The house as the operator saw it, and who changes it. */
export type Seen = { slug: string; version: number; by: Actor }

/** Throws `invalid_request`; false where somebody else changed the house meanwhile. */
export async function editStay(
  facts: Record<keyof z.infer<typeof StayFacts>, string>,
  { slug, version, by }: Seen,
): Promise<boolean> {
  const data = checkTyped(StayFacts, facts)
  return db().$transaction(async (tx) => {
    const before = await takeVersion(tx, slug, version)
    if (!before) return false
    await tx.stay.update({ where: { slug }, data })
    const changed = (Object.keys(data) as (keyof typeof data)[]).filter(
      (name) => String(before[name]) !== String(data[name]),
    )
    const pick = (from: typeof data) =>
      Object.fromEntries(changed.map((name) => [name, from[name]]))
    await audit(tx, by, {
      act: 'stay.edited',
      target: slug,
      before: pick(before),
      after: pick(data),
    })
    return true
  })
}

/** Nobody finds or books a withdrawn house; what is booked stands. False as above. */
export const withdrawStay = (seen: Seen): Promise<boolean> => setWithdrawn(seen, new Date())

export const offerStay = (seen: Seen): Promise<boolean> => setWithdrawn(seen, null)

function setWithdrawn({ slug, version, by }: Seen, withdrawnAt: Date | null): Promise<boolean> {
  return db().$transaction(async (tx) => {
    if (!(await takeVersion(tx, slug, version))) return false
    await tx.stay.update({ where: { slug }, data: { withdrawnAt } })
    await audit(tx, by, { act: withdrawnAt ? 'stay.withdrawn' : 'stay.offered', target: slug })
    return true
  })
}

/** Locks the house and counts its version on; null where it is not the one that was seen. */
export async function takeVersion(tx: Tx, slug: string, version: number) {
  if (!Number.isSafeInteger(version)) return null
  const { count } = await tx.stay.updateMany({
    where: { slug, version },
    data: { version: { increment: 1 } },
  })
  return count === 1 ? tx.stay.findUnique({ where: { slug } }) : null
}
