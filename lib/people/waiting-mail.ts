import { db } from '@/lib/data/db'

/** Whether a mail goes out when something waits for this person and they do not look. */
export async function getMailsWaiting(accountId: string): Promise<boolean> {
  const account = await db().account.findUnique({ where: { id: accountId } })
  return account?.mailsWaiting ?? false
}

export async function setMailsWaiting(accountId: string, mailsWaiting: boolean): Promise<void> {
  await db().account.updateMany({ where: { id: accountId }, data: { mailsWaiting } })
}
