import { randomUUID } from 'node:crypto'
import type { Waits } from '../answer'
import { isStateless, metaKey } from './eras'
import type { Exchange } from './exchange'
import { isRecord, type Params, RpcError } from './message'
import { type Asked, questionKey } from './question'
import { type Origin, toRequestState } from './request-state'
import { type Result, toMembers } from './result'

/** The one revision of those with a handshake that can send a person to a page. */
const withErrors = '2025-11-25'

/** There is no session: the id itself says that its client can ask, and nothing else. */
const sessionPrefix = 'url.'

/** What goes out with `initialize` to a client that can send its person to a page. */
export const sessionHeaders = (params: Params, version: unknown) =>
  version === withErrors && canOpenPages(params.capabilities)
    ? { 'mcp-session-id': `${sessionPrefix}${randomUUID()}` }
    : undefined

/** Whether the host can ask by itself, as it says with this request. */
export function canAsk({ version, params, request }: Exchange): boolean {
  if (isStateless(version)) {
    return isRecord(params._meta) && canOpenPages(params._meta[metaKey.capabilities])
  }
  const session = request.headers.get('mcp-session-id')
  return version === withErrors && session?.startsWith(sessionPrefix) === true
}

/** Null: the host was asked enough, and is told how it stands like any other. */
export function askPerson(
  { version }: Exchange,
  origin: Origin,
  { waits, asked }: { waits: Waits; asked: Asked | null },
): Result | null {
  const { id, isNew } = waits
  if (!isStateless(version)) {
    if (isNew) throw urlElicitationRequired(waits)
    return null
  }
  if (asked?.said === 'cancel') return null
  const until = asked?.until ?? 0
  if (until > 0 && until <= Date.now()) return null
  const requestState = toRequestState(origin, { id, until })
  // Without a question in it, the client comes back at once and waits on.
  const inputRequests = until > 0 ? undefined : { [questionKey]: toQuestion(waits) }
  return { members: toMembers({ requestState, inputRequests }), resultType: 'input_required' }
}

const toQuestion = ({ sentence, url }: Waits) => ({
  method: 'elicitation/create',
  params: { mode: 'url', message: sentence, url },
})

/** Its text says all that the result would have said: some hosts show nothing else of an error. */
function urlElicitationRequired({ id, sentence, url }: Waits): RpcError {
  const message = `Waits for the person’s yes at ${url}: ${sentence} Then make the same call again.`
  const elicitations = [{ mode: 'url', elicitationId: id, url, message: sentence }]
  return new RpcError(-32042, message, 200, { elicitations })
}

// Without a member of its own it means forms only.
const canOpenPages = (capabilities: unknown): boolean =>
  isRecord(capabilities) &&
  isRecord(capabilities.elicitation) &&
  isRecord(capabilities.elicitation.url)
