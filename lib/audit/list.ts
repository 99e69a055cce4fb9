import { escapeLike, type ListAsked, readList } from '@/lib/data/list'

export type AuditRow = {
  id: string
  at: Date
  actorId: string | null
  /** Null once the account is deleted. */
  actorName: string | null
  act: string
  target: string | null
  before: unknown
  after: unknown
  network: string
  browser: string
}

/** `act` and `target` match from their beginning: `client.` finds all that was done to clients. */
export type AuditFilter = { actor?: string; act?: string; target?: string }

export const listAudit = ({ actor, act, target }: AuditFilter, asked: ListAsked) =>
  readList<AuditRow>({
    select: `e."id"::text, e."at", e."actorId", a."name" AS "actorName", e."act", e."target",
      e."before", e."after", e."network", e."browser"`,
    from: `"AuditEntry" e LEFT JOIN "Account" a ON a."id" = e."actorId"`,
    where: [
      ['e."actorId" = ?', actor],
      [`e."act" LIKE ? || '%'`, act && escapeLike(act)],
      [`e."target" LIKE ? || '%'`, target && escapeLike(target)],
    ],
    sorts: { at: { column: 'e."id"', type: 'bigint' } },
    id: 'e."id"',
    asked,
  })
