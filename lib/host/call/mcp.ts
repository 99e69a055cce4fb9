import type { Acting } from '../install'
import { type JsonObject, own, ownObject, ownText, ownTexts } from '../json'
import { readChallenge } from '../mcp/challenge'
import { statelessVersion } from '../mcp/eras'
import { post, type Reply } from '../mcp/message'
import { openMcp } from '../mcp/open'
import type { Attempt, Calling } from './call'
import { failed, linksIn, moreScopeNeeded } from './outcome'
import type { Traits } from './traits'

/** A call of a tool, in a session of its own as hosts do it (hosts.md §3.3). */
export async function callTool(
  { installation, operation, input, traits }: Calling,
  token: string | null,
  acting: Acting,
): Promise<Attempt> {
  const { timeoutMs, longest, meta } = acting.profile.calling
  if (JSON.stringify(input).length > longest) return failed('request_too_long')
  const limits = { timeoutMs, maxBytes: longest * 4 }
  const at = { endpoint: installation.server, token }
  const purpose = { ...limits, kind: 'link' } as const
  const opened =
    installation.protocol === statelessVersion
      ? { peer: { ...at, protocol: statelessVersion, sessionId: null } }
      : await openMcp(at, purpose, acting)
  if (opened === null) return failed('not_mcp')
  if ('challenge' in opened) return 'unauthorized'
  const reply = await post(
    opened.peer,
    {
      ...limits,
      ...{ title: `Call ${operation.name}`, kind: 'call', method: 'tools/call' },
      params: { name: operation.name, arguments: input },
      meta: toHints(traits, meta),
    },
    acting,
  )
  return readReply(reply, longest)
}

/** Never for authorization: what ChatGPT tells of the person (hosts.md §3.4). */
function toHints(traits: Traits, names: readonly string[]): JsonObject {
  const hints: JsonObject = {
    'openai/locale': traits.locale,
    'openai/userAgent': 'Mozilla/5.0 (playground)',
    'openai/userLocation': traits.location,
    'openai/subject': traits.subject,
  }
  return Object.fromEntries(
    Object.entries(hints).filter(([name, value]) => names.includes(name) && value !== null),
  )
}

function readReply({ status, headers, text, result, error }: Reply, longest: number): Attempt {
  const scopes = scopesWanted(headers['www-authenticate'], result)
  if (scopes !== null) return moreScopeNeeded(scopes)
  if (status === 401) return 'unauthorized'
  if (status >= 300 && status < 400) return failed('redirected')
  if (text.length > longest) return failed('answer_too_long')
  if (error !== null) return answer(status, true, error.message, null)
  if (result === null) return failed('not_mcp')
  if (ownText(result, 'resultType') === 'input_required') return failed('asks_back')
  return answer(status, own(result, 'isError') === true, textIn(result), result)
}

/** Both ways that a server has of asking for more (hosts.md §3.4, §3.7). */
function scopesWanted(header: string | undefined, result: JsonObject | null): string[] | null {
  const meta = ownObject(result, '_meta')
  const inMeta = ownText(meta, 'mcp/www_authenticate') ?? ownTexts(meta, 'mcp/www_authenticate')[0]
  const challenge = readChallenge(header ?? inMeta)
  if (challenge?.get('error') !== 'insufficient_scope') return null
  return (challenge.get('scope') ?? '').split(' ').filter(Boolean)
}

const textIn = (result: JsonObject): string => {
  const content = own(result, 'content')
  return (Array.isArray(content) ? content : [])
    .flatMap((part) => (ownText(part, 'type') === 'text' ? [ownText(part, 'text') ?? ''] : []))
    .join('\n')
}

function answer(
  httpStatus: number,
  isError: boolean,
  text: string,
  result: JsonObject | null,
): Attempt {
  const data = own(result, 'structuredContent') ?? null
  return {
    ...{ status: 'answered', httpStatus, isError, text, data },
    links: linksIn(`${text}\n${data === null ? '' : JSON.stringify(data)}`),
    meta: ownObject(result, '_meta'),
  }
}
