import { randomUUID } from 'node:crypto'
import { type Actor, audit } from '@/lib/audit/audit'
import { db, type Tx } from '@/lib/data/db'
import { escapeLike, type ListAsked, readList } from '@/lib/data/list'
import { PublicError } from '@/lib/errors'
import { toVisibleText } from '@/lib/plain-text'
import { lockPlaces, requirePlace } from './places'

export const longestNote = 300

/** How a person's request stands; null where they did not ask. */
export type RequestState = 'waiting' | 'refused' | null

export async function readRequest(accountId: string): Promise<RequestState> {
  const row = await db().accessRequest.findUnique({ where: { accountId } })
  if (!row) return null
  return row.refusedAt ? 'refused' : 'waiting'
}

/** Once for each person, however often they ask. */
export async function requestAccess(accountId: string, note: string): Promise<void> {
  const text = toVisibleText(note, longestNote) || null
  await db().accessRequest.createMany({
    data: [{ accountId, note: text }],
    skipDuplicates: true,
  })
}

/** The person becomes a tester, if there is a place. */
export async function letIn(
  tx: Tx,
  { accountId, testers }: { accountId: string; testers: number },
  by: Actor,
): Promise<void> {
  await lockPlaces(tx)
  const { count } = await tx.accessRequest.deleteMany({ where: { accountId } })
  if (count === 0) throw answered()
  if ((await tx.tester.count({ where: { accountId } })) > 0) return
  await requirePlace(tx, testers)
  const id = randomUUID()
  const now = new Date()
  await tx.tester.create({ data: { id, accountId, acceptedAt: now, expiresAt: now } })
  await audit(tx, by, { act: 'access.granted', target: accountId })
}

export async function refuseAccess(tx: Tx, accountId: string, by: Actor): Promise<void> {
  const { count } = await tx.accessRequest.updateMany({
    where: { accountId, refusedAt: null },
    data: { refusedAt: new Date() },
  })
  if (count === 0) throw answered()
  await audit(tx, by, { act: 'access.refused', target: accountId })
}

const answered = () => new PublicError('conflict', 'Somebody else answered this request meanwhile.')

export type RequestRow = {
  accountId: string
  name: string
  email: string
  /** The person's own words. */
  note: string | null
  at: Date
  refusedAt: Date | null
}

type RequestFilter = { state?: string; who?: string }

/** Those that wait, unless others are asked for. */
export const listRequests = ({ state = 'waiting', who }: RequestFilter, asked: ListAsked) =>
  readList<RequestRow>({
    select: `r."accountId", a."name", a."email", r."note", r."at", r."refusedAt"`,
    from: `"AccessRequest" r JOIN "Account" a ON a."id" = r."accountId"`,
    where: [
      [`(r."refusedAt" IS NOT NULL) = (? = 'refused')`, state === 'all' ? '' : state],
      [
        `(a."name" ILIKE '%' || ? || '%' OR a."email" ILIKE '%' || ? || '%')`,
        who && escapeLike(who),
      ],
    ],
    sorts: { at: { column: 'r."at"', type: 'timestamptz' } },
    id: 'r."accountId"',
    asked,
  })

export const countRequests = (): Promise<number> =>
  db().accessRequest.count({ where: { refusedAt: null } })
