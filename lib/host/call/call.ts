import { OutboundError } from '@/lib/outbound/errors'
import type { Acting } from '../install'
import type { Installation, Operation } from '../installation'
import type { JsonObject } from '../json'
import { isExpired, type Renewed, renewTokens } from '../link/renew'
import type { Tokens } from '../link/tokens'
import { endpointsOf } from '../register'
import type { Registration } from '../registration'
import { callHttp } from './http'
import { callTool } from './mcp'
import { failed, linkNeeded, type Outcome } from './outcome'
import { type Pause, pause } from './retry'
import type { Traits } from './traits'

export type Calling = {
  installation: Installation
  operation: Operation
  /** What a model or a person filled in: `operation.inputSchema`. */
  input: JsonObject
  registration: Registration
  tokens: Tokens | null
  traits: Traits
  /** Stands in, in tests. */
  pause?: Pause
}

/** One try with one credential; `unauthorized` is a 401. */
export type Attempt = Outcome | 'unauthorized'

/**
 * Calls an operation as this host does. `tokens` are those to keep from now on: a token that ran out
 * was renewed, one that nobody takes any more is gone. Never throws for what the plugin does.
 */
export async function callOperation(
  calling: Calling,
  acting: Acting,
): Promise<{ outcome: Outcome; tokens: Tokens | null }> {
  let { tokens } = calling
  if (tokens !== null && isExpired(tokens)) {
    const renewed = await renew(tokens, calling, acting)
    if (typeof renewed === 'object') tokens = renewed
  }
  const first = await tryOnce(calling, tokens, acting)
  if (first !== 'unauthorized') return { outcome: first, tokens }
  if (tokens === null) return { outcome: linkNeeded, tokens }

  const renewed = await renew(tokens, calling, acting)
  if (renewed === 'unreachable') return { outcome: failed('not_renewed'), tokens }
  if (renewed === 'refused') return { outcome: linkNeeded, tokens: null }
  const second = await tryOnce(calling, renewed, acting)
  return { outcome: second === 'unauthorized' ? linkNeeded : second, tokens: renewed }
}

function renew(tokens: Tokens, calling: Calling, acting: Acting): Promise<Renewed> {
  const auth = endpointsOf(calling.installation.auth, calling.registration)
  const client = calling.registration
  if (auth === null || client.type !== 'client') return Promise.resolve('refused')
  return renewTokens({ auth, client }, tokens, acting)
}

async function tryOnce(calling: Calling, tokens: Tokens | null, acting: Acting): Promise<Attempt> {
  const { installation, registration } = calling
  const { mask } = acting.wire
  mask.hide(tokens?.access)
  if (registration.type === 'key') mask.hide(registration.key)
  try {
    return installation.kind === 'mcp'
      ? await callTool(calling, tokens?.access ?? keyOf(registration), acting)
      : await callHttp(
          { ...calling, pause: calling.pause ?? pause },
          credentials(calling, tokens),
          acting,
        )
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    return failed(codeOf[error.reason] ?? 'unreachable')
  }
}

const codeOf: Partial<Record<OutboundError['reason'], Parameters<typeof failed>[0]>> = {
  timeout: 'timeout',
  too_large: 'answer_too_long',
  blocked_address: 'blocked',
  bad_url: 'blocked',
  busy: 'busy',
}

const keyOf = (registration: Registration): string | null =>
  registration.type === 'key' ? registration.key : null

/** How a call says who makes it (hosts.md §1.2, §2.1). */
function credentials(
  { installation: { auth }, registration }: Calling,
  tokens: Tokens | null,
): Record<string, string> {
  if (tokens !== null) return { authorization: `Bearer ${tokens.access}` }
  const key = keyOf(registration)
  if (key === null) return {}
  if (auth.type !== 'key' || auth.scheme === 'bearer') return { authorization: `Bearer ${key}` }
  if (auth.scheme === 'header') return { [(auth.header ?? 'x-api-key').toLowerCase()]: key }
  return { authorization: `Basic ${Buffer.from(key).toString('base64')}` }
}
