import { getFunnel } from '@/lib/attempts/funnel'
import { hosts } from '@/lib/hosts'
import type { Check } from './attention'

/** Of what was tried within a day; of fewer attempts nothing can be said. */
const tooMany = 0.5
const fewest = 5

export const hostFails: Check = async () => {
  const funnel = await getFunnel(1)
  const failing = funnel.hosts
    .filter(({ started, failed }) => started >= fewest && failed / started >= tooMany)
    .sort((one, other) => other.failed - one.failed)[0]
  if (!failing) return null
  const { host, failed, started } = failing
  const { name, inWords } = hosts[host]
  return {
    what: `Most attempts by ${inWords ?? name} fail`,
    why: `${failed} of ${started} in the last day.`,
    href: `/admin/doctor?host=${host}&end=failed`,
    button: 'See why',
    isUrgent: true,
  }
}
