import { type Actor, audit } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import type { ReviewHost } from './hosts'
import type { Surface } from './surface'

export type Submission = { surface: Surface; submittedAt: Date }

/** What this host was shown the last time that an operator said so. */
export async function getSubmission(host: ReviewHost): Promise<Submission | null> {
  const row = await db().submission.findFirst({ where: { host }, orderBy: { id: 'desc' } })
  return row && { surface: row.surface as Surface, submittedAt: row.submittedAt }
}

export async function markSubmitted(host: ReviewHost, surface: Surface, by: Actor): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.submission.create({
      data: { host, surface: surface as object, submittedBy: by.accountId },
    })
    await audit(tx, by, { act: 'listing.submitted', target: host })
  })
}
