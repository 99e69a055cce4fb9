import { disconnect } from '@/lib/data/db'
import { mailsSent } from '@/lib/mail/send'
import { openDatabase } from './database/open'
import { runScript, StopError } from './stop'

/** Runs a command against the database, the running app's if there is one. */
export const withDatabase = (what: string, work: () => Promise<void>): Promise<void> =>
  runScript(async () => {
    const database = await openDatabase({ what, lasting: false })
    try {
      await work()
      await mailsSent()
    } catch (error) {
      throw hasNoTable(error) ? new StopError(notYet) : error
    } finally {
      await disconnect()
      await database.close()
    }
    return 0
  })

const notYet =
  'The database is empty or older than this release: run npm start, or npm run db:deploy, and try again.'

/** By Prisma, or by Postgres where a statement is our own. */
const hasNoTable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['P2021', '42P01'].includes(String(error.code))
