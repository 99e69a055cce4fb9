import { disconnect } from '@/lib/data/db'
import { openDatabase } from './database/open'
import { runScript } from './stop'

/** Runs a command against the database, the running app's if there is one. */
export const withDatabase = (what: string, work: () => Promise<void>): Promise<void> =>
  runScript(async () => {
    const database = await openDatabase({ what, lasting: false })
    try {
      await work()
    } finally {
      await disconnect()
      await database.close()
    }
    return 0
  })
