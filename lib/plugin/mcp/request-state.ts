import { timingSafeEqual } from 'node:crypto'
import { hmac } from '@/lib/secrets'
import { canonical } from '../once'
import { invalidParams, RpcError } from './message'

/** The call that is asked about, and whose it is. */
export type Origin = { grantId: string; tool: string; input: Record<string, unknown> }

/** `until`: when to stop waiting for the person, in milliseconds; 0 before they were asked. */
export type State = { id: string; until: number }

/** Signed for this connection and this very call; the rest stands in the row, and ends with it. */
export const toRequestState = (origin: Origin, { id, until }: State): string =>
  `${id}.${until}.${macOf(origin, { id, until })}`

/** Throws unless the text was made here, for the same connection and the same call. */
export function readRequestState(origin: Origin, text: unknown): State {
  const parts =
    typeof text === 'string' ? text.match(/^([\w-]{22})\.(\d{1,15})\.([\w-]{43})$/) : null
  const [, id = '', until = '', mac = ''] = parts ?? []
  const state = { id, until: Number(until) }
  if (!parts || !timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(origin, state)))) {
    throw new RpcError(invalidParams, 'requestState is not the one that this call was given.')
  }
  return state
}

const macOf = ({ grantId, tool, input }: Origin, { id, until }: State): string =>
  hmac('mcp request state', JSON.stringify([grantId, tool, canonical(input), id, until]))
