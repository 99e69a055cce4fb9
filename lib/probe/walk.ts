import { type Sending, send } from '@/lib/outbound/send'
import { dislike } from './finding'
import { markedAgent, newNonce } from './mark'

export type Site = {
  origin: string
  /** Loopback may be reached. */
  local: boolean
  /** For each answer, however long a host would wait. */
  mostSeconds?: number
}

export type Visitor = { agent: string; seconds: number }

type Ask = { method?: Sending['method']; headers?: Record<string, string>; body?: string }

/** `ms`: from the name to the last byte. */
export type Seen = { status: number; headers: Record<string, string>; text: string; ms: number }

const maxBytes = 1024 * 1024

export type Json = Record<string, unknown>

/** One host's way through a site: every answer is kept, so that several checks look at one. */
export type Walk = ReturnType<typeof startWalk>

export function startWalk(site: Site, visitor: Visitor) {
  const { origin, local } = site
  const nonce = newNonce()
  const seconds = Math.min(visitor.seconds, site.mostSeconds ?? visitor.seconds)
  const answers = new Map<string, Promise<Seen>>()
  const slowest = { path: '', ms: 0 }

  const go = async (url: string, what: Ask = {}, agent = visitor.agent): Promise<Seen> => {
    const { method = 'GET', headers, body } = what
    const marked = { 'user-agent': markedAgent(agent, nonce), ...headers }
    const began = performance.now()
    const answer = await send(
      { method, url, headers: marked, ...(body !== undefined && { body }) },
      { timeoutMs: seconds * 1000, maxBytes, allowLoopback: local },
    )
    const ms = performance.now() - began
    if (ms > slowest.ms) Object.assign(slowest, { path: new URL(url).pathname, ms })
    return { ...answer, text: answer.bytes.toString('utf8'), ms }
  }

  const ask = (path: string, what: Ask = {}): Promise<Seen> => {
    const key = JSON.stringify([path, what])
    const answer = answers.get(key) ?? go(origin + path, what)
    answers.set(key, answer)
    return answer
  }

  return {
    ...{ origin, local, nonce, seconds, slowest, go, ask },
    /** Ids of the clients that this walk registered. */
    registered: [] as string[],
    post: (path: string, body: object, headers: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', accept, ...headers },
      }),
    postForm: (path: string, form: Record<string, string>) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept },
      }),
    json: async (path: string): Promise<Json> => readJson(path, await ask(path)),
  }
}

const accept = 'application/json, text/event-stream'

export const typeOf = ({ headers }: Seen): string =>
  (headers['content-type'] ?? 'no content type').split(';')[0]?.trim().toLowerCase() ?? ''

/** The object in an answer, or what a host dislikes about it. */
export function readJson(path: string, answer: Seen, status = 200): Json {
  requireStatus(path, answer, status)
  if (!/^application\/([\w.-]+\+)?json$/.test(typeOf(answer))) {
    dislike(
      `${path} answers ${typeOf(answer)} instead of application/json.`,
      'Something between rewrites it, or answers a page of its own: let this path through as it is.',
    )
  }
  try {
    const value: unknown = JSON.parse(answer.text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
  } catch {
    // Told below, like any other value that is no object.
  }
  return dislike(`${path} is not a JSON object.`, 'Something between cuts or rewrites the answer.')
}

export function requireStatus(path: string, answer: Seen, status: number): void {
  if (answer.status === status) return
  const where = answer.headers.location
    ? ` to ${String(answer.headers.location).slice(0, 200)}`
    : ''
  dislike(
    `${path} answers ${answer.status}${where} instead of ${status}.`,
    answer.status >= 300 && answer.status < 400
      ? 'Hosts do not follow a redirect here: let the address answer by itself, at APP_ORIGIN.'
      : toFix(answer.status),
  )
}

const toFix = (status: number): string =>
  status === 403 || status === 401 || status === 429
    ? 'A firewall, a bot filter or a password stands before this path: make an exception for the hosts.'
    : 'Look into the log of the proxy and of this site at this minute.'
