import { inTurn, removeSome, type Swept } from '@/lib/data/bounded'
import { db } from '@/lib/data/db'

/** Everything of the playground that is kept of an account, secrets and all. */
export async function wipePlayground(accountId: string): Promise<void> {
  await db().$transaction([
    db().playgroundInstallation.deleteMany({ where: { accountId } }),
    db().playgroundConversation.deleteMany({ where: { accountId } }),
  ])
}

/** What nobody used for 30 days. */
export const sweepPlayground = (): Promise<Swept> =>
  inTurn(
    ...['PlaygroundInstallation', 'PlaygroundConversation'].map(
      (table) => () =>
        removeSome(`playground_sweep_${table}`, table, {
          condition: `"usedAt" < now() - interval '30 days'`,
        }),
    ),
  )
