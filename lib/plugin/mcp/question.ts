import type { Patience } from '../plugin'
import type { Said } from '../resume'
import { invalidParams, isRecord, type Params, RpcError } from './message'
import { type Origin, readRequestState, type State } from './request-state'

// Hosts give up on a call after 45 to 60 s, and on a question after ten rounds (SDK 2.4).
export const patience: Patience = { once: 15_000, inAll: 120_000 }

/** A question that a host comes back from; `said` is null where it brings no answer. */
export type Asked = State & { said: Said | null }

/** Under which the host finds the question and puts its answer. */
export const questionKey = 'confirm'

/** Null: the call is a first one. Everything here is the client's word, and proves nothing else. */
export function readAsked(params: Params, origin: Origin, { inAll }: Patience): Asked | null {
  const { requestState, inputResponses } = params
  if (requestState === undefined && inputResponses === undefined) return null
  const state = readRequestState(origin, requestState)
  const said = readSaid(inputResponses)
  if (state.until > 0) return { ...state, said: said ?? 'accept' }
  return { ...state, said, until: said === 'accept' ? Date.now() + inAll : 0 }
}

function readSaid(responses: unknown): Said | null {
  if (responses === undefined) return null
  if (!isRecord(responses)) throw new RpcError(invalidParams, 'inputResponses must be an object.')
  const answer = Object.hasOwn(responses, questionKey) ? responses[questionKey] : undefined
  if (answer === undefined) return null
  const action = isRecord(answer) ? answer.action : undefined
  if (action === 'accept' || action === 'decline' || action === 'cancel') return action
  const message = `inputResponses.${questionKey}.action must be accept, decline or cancel.`
  throw new RpcError(invalidParams, message)
}
