import type { OutboundReason } from '@/lib/outbound/errors'
import { ownText, parseJson } from '../json'

const meanings = {
  no_client: 'There is no client, or no address to link at: give one, or let the host register.',
  nothing_pending: 'Nobody is linking this plugin at the moment, or it took longer than an hour.',
  state_differs:
    'The state that came back is not the one that was sent: the host drops the answer.',
  issuer_differs:
    'iss is missing although it was announced, or is another: the host drops the answer.',
  refused: 'The plugin sent the person back with an error.',
  no_code: 'The plugin sent the person back without a code.',
  exchange_refused: 'The token endpoint did not give tokens for the code.',
  exchange_failed: 'The token endpoint could not be reached in time.',
} as const

export type LinkFailureCode = keyof typeof meanings

export const isLinkFailureCode = (code: string): code is LinkFailureCode =>
  Object.hasOwn(meanings, code)

/** Why no link came about. `said` is the other side's own text: hostile input. */
export type LinkFailure = { code: LinkFailureCode; means: string; said: string | null }

export const linkFailure = (code: LinkFailureCode, said: string | null = null): LinkFailure => ({
  code,
  means: meanings[code],
  said: said?.slice(0, 400) ?? null,
})

/** `error: error_description`, of a token answer. */
export function saidIn(text: string): string | null {
  const answer = parseJson(text)
  const error = ownText(answer, 'error')
  const description = ownText(answer, 'error_description')
  return error === null ? null : description === null ? error : `${error}: ${description}`
}

export const unreachable = (reason: OutboundReason): LinkFailure =>
  linkFailure('exchange_failed', reason)
