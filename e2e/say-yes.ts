import { db } from '@/lib/data/db'
import { setAskRule } from '@/lib/held-actions'
import { sayYes } from '@/lib/testing/say-yes'
import { withDatabase } from '@/scripts/with-database'

// What a person does on the pages, for stories that are about something else.
const [act, email] = process.argv.slice(2)

await withDatabase('a test', async () => {
  const { id, grants } = await db().account.findUniqueOrThrow({
    where: { email },
    include: { grants: true },
  })
  if (act === 'yes') await sayYes(id)
  const rule = { mode: 'app', above: null, currency: null } as const
  for (const grant of act === 'let-app' ? grants : []) {
    await setAskRule(id, grant.id, { operation: 'bookStay', rule })
  }
})
