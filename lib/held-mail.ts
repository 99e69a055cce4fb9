import type { Actions } from '@/lib/confirmations/actions'
import { readState } from '@/lib/confirmations/state'
import { claimUnopened } from '@/lib/confirmations/unopened'
import { count, type Limit } from '@/lib/data/counters'
import { db } from '@/lib/data/db'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import { writeLetter } from '@/lib/mail/letters'
import { canMail } from '@/lib/mail/mode'
import { behind, send } from '@/lib/mail/send'

const patience = 61_000
const pause = 30_000

/**
 * The rows of held actions, and a mail for what nobody looks at. A process that lives on looks a
 * minute later; a function that is frozen does not, so every write, which is also how an assistant
 * asks again, looks at most once in a while for all that are late. The sweep does too.
 */
export function mailing(actions: Actions): Actions {
  let looked = 0
  return {
    ...actions,
    insert(tx, action) {
      if (Date.now() - looked > pause) {
        looked = Date.now()
        behind(mailUnopened)
      }
      return actions.insert(tx, action)
    },
    async hold(tx, id, held) {
      const expiresAt = await actions.hold(tx, id, held)
      setTimeout(() => behind(mailUnopened), patience).unref()
      return expiresAt
    },
  }
}

/** Whoever has a connection could ask one thing after the other, and the person's mailbox full. */
const mailsPerAccount: Limit = { name: 'waiting-mail', points: 5, seconds: 3600 }

/** Called by the sweep too; resolves to how many. */
export async function mailUnopened(): Promise<number> {
  if (!canMail()) return 0
  const claimed = await claimUnopened()
  for (const { id, accountId } of claimed) behind(() => mail(accountId, id))
  return claimed.length
}

async function mail(accountId: string, id: string): Promise<void> {
  const account = await db().account.findUnique({ where: { id: accountId } })
  if (!account?.mailsWaiting || (await count(mailsPerAccount, accountId)) > 0) return
  // Decided meanwhile, or who asked may not ask any more.
  if ((await readState(accountId, id)) !== 'waiting') return
  const locale = chooseLocale({ account: account.locale })
  await send(account.email, writeLetter(locale, 'waits', `/confirm/${id}`))
}
