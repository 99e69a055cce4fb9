import { env } from '@/lib/env'
import type { Acting } from '../install'
import { createReport } from '../problems'
import { type ProfileId, profiles } from '../profiles'
import { createWire, type Wire } from '../wire'

/** One act of the host that is played; loopback only in local mode. */
export const actAs = (profile: ProfileId, wire: Wire = createWire(env().local)): Acting => ({
  profile: profiles[profile],
  wire,
  report: createReport(),
})
