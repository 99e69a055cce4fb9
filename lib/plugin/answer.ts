import { OwnError } from '@/lib/errors'
import type { Operation } from './catalog'

/** What goes out: the JSON of the result, and 202 where it has not ended yet. */
export type Answer = {
  text: string
  status: 200 | 202
  /** Where the person has yet to answer, for a host that can ask by itself. */
  waits?: Waits
}

export type Waits = { id: string; sentence: string; url: string; isNew: boolean }

/** Hosts cut or refuse longer answers (ChatGPT: 100,000 characters). */
export const responseLimit = 100_000

/** Through its schema, so that what is not declared cannot leave. */
export function encode(operation: Operation, result: unknown): string {
  const text = JSON.stringify(operation.output.parse(result))
  if (text.length >= responseLimit) {
    throw new OwnError(`${operation.name} answered ${text.length} characters`)
  }
  return text
}

export const answer = (text: string): Answer => ({ text, status: 200 })

export type Standing = {
  status: 'confirmation_required' | 'pending' | 'refused' | 'failed' | 'unknown'
  message: string
  confirmationUrl?: string
  expiresAt?: string
}

/** How an action stands that is not done. */
export const stands = (standing: Standing): Answer => ({
  text: JSON.stringify(standing),
  status: ['confirmation_required', 'pending'].includes(standing.status) ? 202 : 200,
})

/** It waits for the person. */
export const waitsFor = (waits: Waits, expiresAt: Date | null): Answer => ({
  ...stands({
    status: waits.isNew ? 'confirmation_required' : 'pending',
    message: `Waits for the person’s yes: ${waits.sentence}`,
    confirmationUrl: waits.url,
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
  }),
  waits,
})

export const confirmationUrl = (origin: string, id: string): string => `${origin}/confirm/${id}`
