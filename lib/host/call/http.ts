import { longestUrl } from '@/lib/outbound/target'
import type { Acting } from '../install'
import { parseJson } from '../json'
import { readChallenge } from '../mcp/challenge'
import { check } from '../wire'
import type { Attempt, Calling } from './call'
import { failed, linksIn, moreScopeNeeded } from './outcome'
import { toRequest } from './request'
import { type Pause, withRetries } from './retry'
import { isLetIn } from './robots'

/** A call of a plugin or an Action: plain HTTP. */
export async function callHttp(
  calling: Calling & { pause: Pause },
  credentials: Record<string, string>,
  acting: Acting,
): Promise<Attempt> {
  const { operation, traits } = calling
  const { wire, profile } = acting
  const { longest, timeoutMs, mostRetries } = profile.calling
  const request = toRequest(calling, profile, traits)
  if (request === null) return failed('input_missing')
  const isTooLong = request.url.length > longestUrl || (request.body?.length ?? 0) > longest
  if (isTooLong) return failed('request_too_long')
  if (!(await isLetIn(request.url, acting))) return failed('robots')

  const sending = { ...request, headers: { ...request.headers, ...credentials } }
  const heard = await withRetries(
    () =>
      wire.send({ title: `Call ${operation.name}`, kind: 'call' }, sending, {
        timeoutMs,
        // A character is up to four bytes of UTF-8.
        maxBytes: longest * 4,
      }),
    {
      most: mostRetries,
      budgetMs: timeoutMs,
      isWrite: operation.method !== 'GET',
      pause: calling.pause,
    },
  )
  if (heard === null) return failed('busy')
  const { status, text, headers, step } = heard
  if (status === 401) {
    check(step, 'takes the credential', false, '§1.3')
    return 'unauthorized'
  }
  if (status >= 300 && status < 400) return failed('redirected')
  const fits = check(step, `at most ${longest} characters`, text.length <= longest, '§1.4')
  if (!fits) return failed('answer_too_long')
  const challenge = readChallenge(headers['www-authenticate'])
  if (status === 403 && challenge?.get('error') === 'insufficient_scope') {
    return moreScopeNeeded((challenge.get('scope') ?? '').split(' ').filter(Boolean))
  }
  return {
    status: 'answered',
    httpStatus: status,
    isError: status >= 400,
    text,
    data: parseJson(text),
    links: linksIn(text),
    meta: null,
  }
}
