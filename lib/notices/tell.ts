import { randomUUID } from 'node:crypto'
import { count, type Limit } from '@/lib/data/counters'
import { db, type Tx } from '@/lib/data/db'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import { behind, send } from '@/lib/mail/send'
import { isMailed, type NoticeKind } from './kinds'
import { toNoticeLetter } from './letter'

export type NewNotice = {
  accountId: string
  kind: NoticeKind
  /** A name to show; it may be a stranger's word. */
  about?: string
  /** What the notice offers to end. */
  target?: string
  /** What it is about in words of ours, for the mail. */
  known?: string
}

export type Tell = (notice: NewNotice) => Promise<void>

/** Does something and writes what it has to tell, both or neither; the mails go when it is done. */
export async function telling<Result>(
  act: (tx: Tx, tell: Tell) => Promise<Result>,
): Promise<Result> {
  const told: NewNotice[] = []
  const result = await db().$transaction(async (tx) =>
    act(tx, async (notice) => {
      const { accountId, kind, about, target } = notice
      await tx.notice.create({ data: { id: randomUUID(), accountId, kind, about, target } })
      told.push(notice)
    }),
  )
  for (const notice of told) mail(notice)
  return result
}

/** For what is done already. */
export const tell = (notice: NewNotice): Promise<void> => telling((_, tellIt) => tellIt(notice))

/** Whoever has the session could make one thing after the other, and the person's mailbox full. */
const mailsPerAccount: Limit = { name: 'notice-mail', points: 20, seconds: 3600 }

function mail({ accountId, kind, known }: NewNotice): void {
  if (!isMailed(kind)) return
  const at = new Date()
  behind(async () => {
    const account = await db().account.findUnique({ where: { id: accountId } })
    if (!account || (await count(mailsPerAccount, accountId)) > 0) return
    const locale = chooseLocale({ account: account.locale })
    await send(account.email, toNoticeLetter({ kind, at, locale, about: known }))
  })
}
