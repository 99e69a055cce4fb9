import { deleteDueAccounts } from '@/lib/account/deletion'
import { sweepActivity } from '@/lib/activity/sweep'
import { sweepAttempts } from '@/lib/attempts/sweep'
import { sweepActions } from '@/lib/confirmations/keep'
import type { Swept } from '@/lib/data/bounded'
import { mailUnopened } from '@/lib/held-mail'
import { sweepPlayground } from '@/lib/host/kept/wipe'
import { sweepKeys } from '@/lib/keys/sweep'
import { sweepNotices } from '@/lib/notices/sweep'
import { sweepAuthorizationServer } from '@/lib/oauth/sweep'
import { sweepInvitations } from '@/lib/people/invitations'
import { sweepTesters } from '@/lib/release/sweep'
import { sweepStats } from '@/lib/stats/sweep'

/** One turn of a room, of a few statements that are bounded each. */
export type Room = () => Promise<Swept>

/** Every room removes what it keeps no longer. */
export const rooms: Record<string, Room> = {
  oauth: sweepAuthorizationServer,
  attempts: sweepAttempts,
  activity: sweepActivity,
  keys: sweepKeys,
  notices: sweepNotices,
  invitations: sweepInvitations,
  actions: sweepActions,
  playground: sweepPlayground,
  stats: sweepStats,
  testers: sweepTesters,
  mails: async () => ({ rows: await mailUnopened(), isMore: false }),
  accounts: deleteDueAccounts,
}
