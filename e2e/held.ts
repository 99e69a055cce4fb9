import { db } from '@/lib/data/db'
import { setAskRule } from '@/lib/held-actions'
import { withDatabase } from '@/scripts/with-database'

// What no page does: time passes, a price rises. And what a story does that is about something else.
const [act, about = ''] = process.argv.slice(2)

await withDatabase('a test', async () => {
  if (act === 'expire') {
    const expiresAt = new Date(Date.now() - 1000)
    await db().action.update({ where: { id: about }, data: { expiresAt } })
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
