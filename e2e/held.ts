import { db } from '@/lib/data/db'
import { setAskRule } from '@/lib/held-actions'
import { mailUnopened } from '@/lib/held-mail'
import { mailsSent } from '@/lib/mail/send'
import { withDatabase } from '@/scripts/with-database'

// What no page does: time passes, a price rises. And what a story does that is about something else.
const [act, about = ''] = process.argv.slice(2)

await withDatabase('a test', async () => {
  if (act === 'expire') {
    const expiresAt = new Date(Date.now() - 1000)
    await db().action.update({ where: { id: about }, data: { expiresAt } })
  }
  if (act === 'overlook') {
    const createdAt = new Date(Date.now() - 2 * 60_000)
    await db().action.update({ where: { id: about }, data: { createdAt } })
    await mailUnopened()
    await mailsSent()
  }
  if (act === 'raise-prices') {
    await db().$executeRaw`
      UPDATE "Room" SET "basePrice" = "basePrice" * 2 WHERE "stayId" IN (
        SELECT "id" FROM "Stay" WHERE "slug" = ${about})`
  }
  if (act === 'let-app') {
    const { id, grants } = await db().account.findUniqueOrThrow({
      where: { email: about },
      include: { grants: true },
    })
    const rule = { mode: 'app', above: null, currency: null } as const
    for (const grant of grants) {
      await setAskRule(id, grant.id, { operation: 'bookStay', rule })
    }
  }
})
