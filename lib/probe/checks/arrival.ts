import type { OutboundError } from '@/lib/outbound/errors'
import { Dislike, dislike } from '../finding'
import { isProof } from '../mark'
import { typeOf, type Walk } from '../walk'

/** Whether what this host sends reaches this very site. */
export async function arrives(walk: Walk): Promise<string> {
  const answer = await walk.ask(`/health/probe?nonce=${walk.nonce}`)
  const proof = readProof(answer.text)
  if (answer.status !== 200 || !isProof(walk.nonce, proof)) {
    dislike(
      `Something else answered at ${walk.origin}: ${answer.status}, ${typeOf(answer)}.`,
      'A firewall, a sign-in wall, a parked domain or another deployment stands before this site. Let requests with this User-Agent through, and point the name at this site.',
    )
  }
  return `A nonce sent to ${walk.origin} came back signed by this site in ${Math.round(answer.ms)} ms.`
}

function readProof(text: string): unknown {
  try {
    return JSON.parse(text).proof
  } catch {
    return undefined
  }
}

/** Cloud hosts come over the internet, by TLS at port 443. */
export async function isReachable({ origin, local }: Walk): Promise<string> {
  if (local) {
    throw new Dislike(
      'warn',
      `${origin} is this machine: a host in the cloud cannot reach it.`,
      'Deploy it, or give it a public address by a tunnel and set APP_ORIGIN to that.',
    )
  }
  return `${origin} has a certificate that is trusted.`
}

/** Whether the slowest answer left time to spare. */
export async function answersInTime({ slowest, seconds }: Walk): Promise<string> {
  const took = `${slowest.path} took ${Math.round(slowest.ms)} ms of ${seconds} s.`
  if (slowest.ms < seconds * 500) return took
  throw new Dislike('warn', took, 'Keep a process warm; a cold start may take the rest.')
}

/** Why nothing came back. */
export function whyNothing({ reason, code }: OutboundError, { origin, seconds }: Walk) {
  const host = new URL(origin).host
  const told = code ? ` (${code})` : ''
  const [fact, fix] = nothing(host, told, seconds)[reason] ?? [
    `Nothing readable came from ${host}: ${reason}${told}.`,
    'Look at what stands between the internet and this site.',
  ]
  return new Dislike('fail', fact, fix)
}

const nothing = (
  host: string,
  told: string,
  seconds: number,
): Record<string, [string, string]> => ({
  dns: [
    `Nothing arrives: the name ${host} does not resolve${told}.`,
    'Create its DNS record, or wait until it has spread.',
  ],
  network: [
    `Nothing arrives: the connection to ${host} fails${told}.`,
    'Nobody listens there, or a firewall stands before this site: open port 443 and start the proxy.',
  ],
  timeout: [
    `Nothing arrives from ${host} within ${seconds} s.`,
    'A firewall drops the packets, or the site behind hangs: the host has given up by now.',
  ],
  tls: [
    `Nothing arrives: no trusted TLS connection to ${host}${told}.`,
    'Renew the certificate, and serve its whole chain for this name with TLS 1.2 or newer.',
  ],
  bad_url: [
    `${host} is not at https on port 443, the only place where hosts look.`,
    'Put a proxy with a certificate before this site and set APP_ORIGIN to its address.',
  ],
  blocked_address: [
    `The name ${host} leads to a private address: nothing from the internet arrives.`,
    'Point it at a public address.',
  ],
})
