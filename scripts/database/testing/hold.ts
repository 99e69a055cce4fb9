import { runScript } from '../../stop'
import { openDatabase } from '../open'

// Opens the database as the app does and keeps it until it is told to close it, or killed.
await runScript(async () => {
  const database = await openDatabase({ what: 'a test', lasting: process.argv[2] === 'lasting' })
  process.send?.(database.url)
  await new Promise((resolve) => process.once('message', resolve))
  await database.close()
  process.disconnect?.()
  return 0
})
