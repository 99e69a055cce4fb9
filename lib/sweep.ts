import { deleteDueAccounts } from '@/lib/account/deletion'
import { sweepActivity } from '@/lib/activity/sweep'
import { sweepActions } from '@/lib/confirmations/keep'
import { mailUnopened } from '@/lib/held-mail'
import { sweepPlayground } from '@/lib/host/kept/wipe'
import { sweepKeys } from '@/lib/keys/sweep'
import { sweepNotices } from '@/lib/notices/sweep'
import { sweepAuthorizationServer } from '@/lib/oauth/sweep'
import { sweepStats } from '@/lib/stats/sweep'

/** Every room removes what it keeps no longer. */
export async function sweep(): Promise<void> {
  await sweepAuthorizationServer()
  await sweepActivity()
  await sweepKeys()
  await sweepNotices()
  await sweepActions()
  await sweepPlayground()
  await sweepStats()
  await mailUnopened()
  await deleteDueAccounts()
}
