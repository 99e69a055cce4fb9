import type { HostResult } from '@/lib/probe/finding'
import { type ReviewHost, reviewHostIds } from '../hosts'
import type { Check } from './facts'

/** Whom the doctor walks as, for each host. */
const walkedAs: Record<ReviewHost, HostResult['host']> = {
  chatgpt: 'chatgpt',
  'gpt-action': 'gpt-action',
  claude: 'claude',
  m365: 'm365',
  'plugin-2023': 'chatgpt-plugin',
}

const href = '/admin/doctor'

/** What the doctor saw from outside, the last time that it walked: not looked at twice. */
export const probeChecks: Check[] = reviewHostIds.map((host) => ({
  id: `probe ${host}`,
  hosts: [host],
  says: 'Discovery, sign-in and calls work from outside, as this host does them',
  fact: 'Connect Doctor, the probe of the last day',
  look: ({ probe }) => {
    if (!probe || Date.now() - probe.at.getTime() > 86_400_000) {
      return { found: 'It was not tried within a day.', fix: 'Run the probe.', href }
    }
    const result = probe.results.find((one) => one.host === walkedAs[host])
    const failed = result?.findings.find(({ level }) => level === 'fail')
    if (result && !failed) return null
    const found = failed ? `${failed.check}: ${failed.fact}` : 'This host was not tried.'
    return { found, fix: failed?.fix ?? 'Run the probe.', href }
  },
}))
