import { Badge, type Tone } from '@/app/admin/ui/badge'
import type { End } from '@/lib/attempts/search'
import { hosts, isHostId } from '@/lib/hosts'

const endings: Record<End | 'open', { tone: Tone; text: string }> = {
  open: { tone: 'warn', text: 'Going on' },
  completed: { tone: 'good', text: 'Completed' },
  failed: { tone: 'bad', text: 'Failed' },
  declined: { tone: 'plain', text: 'Declined' },
  abandoned: { tone: 'plain', text: 'Abandoned' },
}

export const endChoices = Object.entries(endings).map(([end, { text }]): [string, string] => [
  end,
  text,
])

export function EndBadge({ end }: { end: End | null }) {
  const { tone, text } = endings[end ?? 'open']
  return <Badge tone={tone}>{text}</Badge>
}

export const toHostName = (host: string | null): string =>
  host && isHostId(host) ? hosts[host].name : 'Not known yet'

export const hostChoices = Object.entries(hosts).map(([id, { name }]): [string, string] => [
  id,
  name,
])

const stepTitles: Record<string, string> = {
  challenge: 'Told to sign in',
  metadata: 'Read where to sign in',
  registration: 'Registered itself',
  document: 'Its document was asked for',
  authorize: 'Sent the person here',
  sign_in: 'The person signed in',
  consent: 'The person answered',
  code: 'Sent back with a code',
  token: 'Asked for its token',
  first_call: 'Made its first call',
}

export const toStepTitle = (step: string | null): string => stepTitles[step ?? ''] ?? 'Nothing yet'

/** What comes next when it goes well, at the host's side or here. */
export const stepMeans: Record<string, string> = {
  challenge:
    'A call without a token got 401 with WWW-Authenticate. The host reads resource_metadata in it and shows its Connect button.',
  metadata:
    'The host reads which server signs people in. It takes the resource verbatim and goes on to the server’s own metadata.',
  registration: 'RFC 7591. The host keeps the client id and sends the person to authorize.',
  document:
    'The client id is an address: this site fetched the document there and took what it may from it.',
  authorize:
    'The host expects the sign-in page in a browser window: redirects by 302 or 303, and no Cross-Origin-Opener-Policy.',
  sign_in: 'The person sees next what the app asks for.',
  consent: 'After a yes the person is sent back to the app at once.',
  code: 'The host takes the code at its callback, checks state and iss, and exchanges it within a minute.',
  token:
    'The host expects JSON with access_token, expires_in and a refresh token, within 10 seconds.',
  first_call: 'The first call with the token completes the connection.',
}

const factTitles: Record<string, string> = {
  path: 'Address called',
  status: 'Answered',
  error: 'Error',
  agent: 'User-Agent',
  accept: 'Accept',
  content_type: 'Content-Type',
  protocol: 'MCP-Protocol-Version',
  document: 'Document',
  redirect_uri: 'redirect_uri asked',
  registered: 'redirect_uri registered',
  pkce: 'PKCE',
  auth: 'Client authentication',
  registered_auth: 'Registered to authenticate by',
}

export const toFactTitle = (name: string): string => factTitles[name] ?? name

/** 1.2 s after the first step. */
export const toOffset = (ms: number): string => {
  if (ms < 1000) return `+${ms} ms`
  const seconds = ms / 1000
  return seconds < 120 ? `+${seconds.toFixed(1)} s` : `+${Math.round(seconds / 60)} min`
}
