import type { Actions } from '@/lib/confirmations/actions'
import type { Tx } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import type { Operation } from './catalog'
import type { Confirmation } from './confirmation'

type Asked = {
  id: string
  operation: Operation
  grantId: string
  amount: Confirmation['amount']
  /** The person says yes to it now. */
  isAgreed: boolean
}

/** Throws `too_many_requests` when one more would be beyond what the person lets this connection do. */
export async function checkLimit(tx: Tx, actions: Actions, asked: Asked): Promise<void> {
  const { operation, amount } = asked
  if (operation.effect !== 'write') return
  const spent = await actions.spentToday(tx, asked)
  if (!spent) return
  const { dailyWrites, dailyAmount, currency } = spent
  if (dailyWrites !== null && spent.writes >= dailyWrites) throw beyond('so many a day')
  if (dailyAmount === null || !amount) return
  if (amount.currency !== currency || spent.amount + amount.minor > dailyAmount) {
    throw beyond('so much a day')
  }
}

const beyond = (what: string) =>
  new PublicError(
    'too_many_requests',
    `This connection may do only ${what}. The person can change that in their account.`,
  )
