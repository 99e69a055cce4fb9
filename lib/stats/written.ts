import { callsWritten } from './calls'
import { refreshesWritten } from './refreshes'

/** When everything that was counted until now is written. */
export const statsWritten = (): Promise<unknown> =>
  Promise.all([callsWritten(), refreshesWritten()])
