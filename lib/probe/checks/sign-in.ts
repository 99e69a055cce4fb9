import { createHash } from 'node:crypto'
import { mcpResource } from '@/lib/resources'
import { Dislike, dislike } from '../finding'
import { type Seen, typeOf, type Walk } from '../walk'
import { serverMetadata } from './discovery'
import { registerAs } from './registration'

/** By what a host is known, and where it takes people back to. */
export type Client = { redirectUri: string } & ({ id: string } | { registration: object })

const challenge = createHash('sha256').update('a'.repeat(43)).digest('base64url')

async function authorizeUrl(walk: Walk, client: Client, extra: Record<string, string> = {}) {
  const { authorization_endpoint: endpoint } = await serverMetadata(walk)
  const id =
    'id' in client ? client.id : String((await registerAs(walk, client.registration)).client_id)
  const url = new URL(String(endpoint))
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: id,
    redirect_uri: client.redirectUri,
    state: walk.nonce,
    resource: mcpResource(walk.origin),
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...extra,
  }).toString()
  return url.href
}

const mostHops = 8
const browser =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

/** As a person's browser goes, from the host's link to the first page; every answer on the way. */
async function browse(walk: Walk, start: string): Promise<Seen[]> {
  const jar = new Map<string, string>()
  const hops: Seen[] = []
  for (let url = start; hops.length < mostHops; ) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'text/html', ...(cookie && { cookie }) }
    const answer = await walk.go(url, { headers }, browser)
    hops.push(answer)
    for (const [, name, value] of (answer.headers['set-cookie'] ?? '').matchAll(setCookie)) {
      jar.set(String(name), String(value))
    }
    const { location } = answer.headers
    if (answer.status < 300 || answer.status >= 400 || !location) break
    const next = new URL(location, url)
    if (next.origin !== walk.origin) break
    url = next.href
  }
  return hops
}

// Several cookies come as one line, and an expiry date has a comma of its own.
const setCookie = /(?:^|,\s*)([\w.-]+)=([^;,]*)(?=;|,|$)/g

const pathOf = (hops: Seen[], index: number): string =>
  index === 0
    ? 'The authorization endpoint'
    : `The hop after ${hops[index - 1]?.headers.location?.split('?')[0]}`

/** What a person sees when the host sends them here. */
export const showsSignIn = (client: Client) => async (walk: Walk) => {
  const hops = await browse(walk, await authorizeUrl(walk, client))
  for (const [index, hop] of hops.entries()) requireHop(pathOf(hops, index), hop)
  const last = hops.at(-1)
  if (last?.status !== 200 || typeOf(last) !== 'text/html' || !/<form/i.test(last.text)) {
    dislike(
      `A person is shown ${last?.status} ${last ? typeOf(last) : ''} instead of the sign-in page.`,
      'Open a connection from the host and look at its attempt: the reason stands there.',
    )
  }
  return `The sign-in page is shown; redirects on the way: ${hops.length - 1}, none of them 307.`
}

function requireHop(where: string, { status, headers }: Seen): void {
  if (status === 307 || status === 308) {
    dislike(
      `${where} redirects by ${status}.`,
      'Hosts answer it with "Method Not Allowed": redirect by 302 or 303. A proxy that rewrites redirects must not either.',
    )
  }
  const policy = headers['cross-origin-opener-policy'] ?? 'unsafe-none'
  if (policy !== 'unsafe-none') {
    dislike(
      `${where} sets Cross-Origin-Opener-Policy: ${policy.slice(0, 60)}.`,
      'It cuts the host’s pop-up off, which then waits for ever. Take the header away on these pages.',
    )
  }
}

/** RFC 9207: ChatGPT takes an answer only from the issuer that it asked. */
export const answersWithIssuer = (client: Client) => async (walk: Walk) => {
  const { authorization_response_iss_parameter_supported: promised } = await serverMetadata(walk)
  const answer = await walk.go(await authorizeUrl(walk, client, { prompt: 'none' }), {}, browser)
  const back = URL.canParse(answer.headers.location ?? '')
    ? new URL(String(answer.headers.location))
    : null
  if (!back?.href.startsWith(client.redirectUri)) {
    dislike(
      `An authorization request that cannot succeed answers ${answer.status} and is not sent back.`,
      'Look at its attempt: the client or its address is not taken here.',
    )
  }
  const [iss, state] = [back.searchParams.get('iss'), back.searchParams.get('state')]
  if (iss !== walk.origin || state !== walk.nonce) {
    dislike(
      `The answer comes back with iss ${iss} and ${state === walk.nonce ? 'its' : 'another'} state.`,
      `iss must be exactly ${walk.origin}, and state what was sent: nothing between may rewrite the address.`,
    )
  }
  if (promised !== true) {
    throw new Dislike(
      'warn',
      'The metadata does not promise iss.',
      'The host then uses one client a connection.',
    )
  }
  return `Errors come back with state and iss ${iss}.`
}
