import type { Reason } from '@/lib/attempts/reasons'
import type { Step } from '@/lib/attempts/row'

export type LoadEnd = {
  end: 'completed' | 'failed' | 'declined' | 'abandoned'
  reason: Reason | null
  share: number
  steps: Step[]
}

const arrived: Step[] = ['challenge', 'metadata', 'document', 'authorize']

/** How attempts that do not fail end, of 100. */
export const goodEnds: LoadEnd[] = [
  {
    ...{ end: 'completed', reason: null, share: 74 },
    steps: [...arrived, 'sign_in', 'consent', 'code', 'token', 'first_call'],
  },
  {
    ...{ end: 'declined', reason: 'consent.denied', share: 7 },
    steps: [...arrived, 'sign_in'],
  },
  {
    ...{ end: 'abandoned', reason: 'discovery.never_followed', share: 6 },
    steps: ['challenge', 'metadata'],
  },
  { end: 'abandoned', reason: 'sign_in.never_finished', share: 7, steps: arrived },
  {
    ...{ end: 'abandoned', reason: 'consent.never_answered', share: 4 },
    steps: [...arrived, 'sign_in'],
  },
  {
    ...{ end: 'abandoned', reason: 'call.never_made', share: 2 },
    steps: [...arrived, 'sign_in', 'consent', 'code', 'token'],
  },
]

/** How those that fail do, of 100. */
export const badEnds: LoadEnd[] = [
  {
    ...{ end: 'failed', reason: 'authorize.redirect_uri_mismatch', share: 30 },
    steps: ['challenge', 'metadata', 'authorize'],
  },
  { end: 'failed', reason: 'authorize.pkce_missing', share: 12, steps: ['authorize'] },
  {
    ...{ end: 'failed', reason: 'authorize.resource_refused', share: 16 },
    steps: ['challenge', 'metadata', 'authorize'],
  },
  {
    ...{ end: 'failed', reason: 'token.client_refused', share: 14 },
    steps: [...arrived, 'sign_in', 'consent', 'code', 'token'],
  },
  {
    ...{ end: 'failed', reason: 'token.code_expired', share: 10 },
    steps: [...arrived, 'sign_in', 'consent', 'code', 'token'],
  },
  {
    ...{ end: 'failed', reason: 'registration.redirect_uri_refused', share: 10 },
    steps: ['challenge', 'metadata', 'registration'],
  },
  {
    ...{ end: 'failed', reason: 'call.wrong_resource', share: 8 },
    steps: [...arrived, 'sign_in', 'consent', 'code', 'token'],
  },
]

export const byShare = (ends: LoadEnd[]): LoadEnd[] =>
  ends.flatMap((one) => Array<LoadEnd>(one.share).fill(one))
