import { log } from '@/lib/log'
import { OutboundError } from '@/lib/outbound/errors'
import { whyNothing } from './checks/arrival'
import { Dislike, type Finding, type HostResult, worst } from './finding'
import { type ProbedHost, probedHosts } from './hosts'
import { type Site, startWalk, type Walk } from './walk'

/** For all of a host's checks; a page that waits for them is given up by then. */
const mostSeconds = 50

/** `forget` removes a client that the probe registered. */
type Probe = Site & { forget: (clientId: string) => Promise<void> }

/** Walks a site from outside as each host does, without credentials, and says what it would dislike. */
export function runProbe(probe: Probe, hosts = probedHosts): Promise<HostResult[]> {
  return Promise.all(hosts.map((host) => walkAs(host, probe)))
}

async function walkAs({ checks, ...host }: ProbedHost, probe: Probe): Promise<HostResult> {
  const walk = startWalk(probe, host)
  const until = Date.now() + mostSeconds * 1000
  const findings: Finding[] = []
  for (const [title, check] of checks) {
    const finding = Date.now() < until ? await look(title, check, walk) : tooLate(title)
    findings.push(finding)
    // Where nothing arrives, everything else would say the same.
    if (findings.length === 1 && finding.level === 'fail') break
  }
  for (const id of walk.registered) await probe.forget(id)
  return { host: host.id, name: host.name, level: worst(findings), findings }
}

async function look(
  check: string,
  run: (walk: Walk) => Promise<string>,
  walk: Walk,
): Promise<Finding> {
  try {
    return { check, level: 'ok', fact: await run(walk), fix: null }
  } catch (error) {
    const { level, fact, fix } = toDislike(error, walk)
    return { check, level, fact, fix }
  }
}

function toDislike(error: unknown, walk: Walk): Dislike {
  if (error instanceof Dislike) return error
  if (error instanceof OutboundError) return whyNothing(error, walk)
  log.error('probe failed', error)
  return new Dislike(
    'fail',
    'The answers are of a form that the probe cannot read.',
    'Something between rewrites them; the log of this minute says what it stumbled over.',
  )
}

const tooLate = (check: string): Finding => ({
  check,
  level: 'fail',
  fact: 'Not looked at: the answers before took too long.',
  fix: 'See what is slow above, and probe again.',
})
