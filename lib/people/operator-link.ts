import { type Db, db, type Tx } from '@/lib/data/db'
import { env } from '@/lib/env'
import { randomToken, sha256 } from '@/lib/secrets'

/** A new link that makes its visitor the first operator; null when there is one, or when deployed. */
export async function createOperatorLink(): Promise<string | null> {
  if (!env().local || (await hasOperator())) return null
  const token = randomToken()
  await db().$transaction([
    db().operatorLink.deleteMany(),
    db().operatorLink.create({ data: { tokenHash: sha256(token) } }),
  ])
  return `${env().origin}/operator/${token}`
}

export async function isOperatorLink(token: string): Promise<boolean> {
  const tokenHash = sha256(token)
  return (await db().operatorLink.count({ where: { tokenHash } })) > 0 && !(await hasOperator())
}

/** True when the account is an operator now; the link is used up. */
export async function claimOperator(token: string, accountId: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.operatorLink.deleteMany({ where: { tokenHash: sha256(token) } })
    if (count === 0 || !env().local || (await hasOperator(tx))) return false
    await tx.account.update({ where: { id: accountId }, data: { role: 'operator' } })
    return true
  })
}

const hasOperator = async (client: Db | Tx = db()): Promise<boolean> =>
  (await client.account.count({ where: { role: 'operator' } })) > 0
