import { db, query } from '@/lib/data/db'

/** Everything of the playground that is kept of an account, secrets and all. */
export async function wipePlayground(accountId: string): Promise<void> {
  await db().$transaction([
    db().playgroundInstallation.deleteMany({ where: { accountId } }),
    db().playgroundConversation.deleteMany({ where: { accountId } }),
  ])
}

/** What nobody used for 30 days. */
export async function sweepPlayground(): Promise<void> {
  for (const table of ['PlaygroundInstallation', 'PlaygroundConversation']) {
    await query(
      `playground_sweep_${table}`,
      `DELETE FROM "${table}" WHERE "usedAt" < now() - interval '30 days'`,
      [],
    )
  }
}
