import { createOperatorLink } from '@/lib/people/operator-link'
import { withDatabase } from '@/scripts/with-database'

await withDatabase('a test', async () => {
  console.log(JSON.stringify(await createOperatorLink()))
})
