import { query } from '@/lib/data/db'
import { escapeLike, type ListAsked, readList } from '@/lib/data/list'
import type { Role } from '@/lib/data/role'

/** A person as operators see them: never how they prove that it is them. */
export type PersonRow = {
  id: string
  name: string
  email: string
  role: Role
  emailVerified: boolean
  createdAt: Date
  suspendedAt: Date | null
  deleteAfter: Date | null
}

const columns = `a."id", a."name", a."email", a."role"::text, a."createdAt", a."suspendedAt",
  a."deleteAfter", a."emailVerifiedAt" IS NOT NULL AS "emailVerified"`

/** `q`: how the address, the name or the id begins. */
export type PeopleFilter = { q?: string; role?: string; state?: string }

const states: Record<string, string> = {
  suspended: 'a."suspendedAt" IS NOT NULL',
  leaving: 'a."deleteAfter" IS NOT NULL',
}

export const listPeople = ({ q, role, state }: PeopleFilter, asked: ListAsked) =>
  readList<PersonRow>({
    select: columns,
    from: '"Account" a',
    where: [
      [
        `(a."email" LIKE lower(?) || '%' OR lower(a."name") LIKE lower(?) || '%'
          OR a."id" LIKE ? || '%')`,
        q && escapeLike(q),
      ],
      ['a."role" = ?::"Role"', role && Object.hasOwn(roles, role) ? role : undefined],
      ...conditionOf(state),
    ],
    sorts: {
      since: { column: 'a."createdAt"', type: 'timestamptz' },
      name: { column: 'lower(a."name")', type: 'text' },
    },
    id: 'a."id"',
    asked,
  })

const conditionOf = (state: string | undefined): [string, unknown][] =>
  state && Object.hasOwn(states, state) ? [[`${states[state]} AND ?::text <> ''`, state]] : []

export const roles: Record<Role, string> = {
  member: 'Member',
  analyst: 'Analyst',
  operator: 'Operator',
}

export async function getPersonRow(id: string): Promise<PersonRow | null> {
  const [row] = await query<PersonRow>(
    'person_for_staff',
    `SELECT ${columns} FROM "Account" a WHERE a."id" = $1`,
    [id.replaceAll('\0', '')],
  )
  return row ?? null
}
