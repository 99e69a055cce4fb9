import { actions } from '@/lib/confirmations/actions'
import { env } from '@/lib/env'
import type { ReviewerFacts } from '@/lib/listing/checks/facts'
import { type Ran, runPositives } from '@/lib/listing/prompts'
import { catalog } from '@/lib/operations'
import { getReviewer } from '@/lib/people/reviewer'
import { mayConnect } from '@/lib/released'

const runAs = (accountId: string, from = catalog): Promise<Ran[]> =>
  runPositives({ catalog: from, origin: env().origin, accountId, actions })

/** What only changes nothing: a page that is looked at asks nobody for a yes. */
const readsOnly = () => ({
  ...catalog,
  operations: catalog.operations.filter(({ effect }) => effect === 'read'),
})

export const runInReview = {
  /** The account that reviewers have, and which of its reads do not work; null where there is none. */
  async look(): Promise<ReviewerFacts | null> {
    const reviewer = await getReviewer()
    if (!reviewer) return null
    const { accountId, email: _, ...standing } = reviewer
    const ran = await runAs(accountId, readsOnly())
    const failed = ran.filter(({ outcome }) => outcome === 'failed')
    const isLetIn = await mayConnect(accountId)
    return { ...standing, isLetIn, failing: failed.map(({ prompt }) => prompt) }
  },

  /** Every prompt, the writes too; null where there is no account. */
  async all(): Promise<Ran[] | null> {
    const reviewer = await getReviewer()
    return reviewer && runAs(reviewer.accountId)
  },
}
