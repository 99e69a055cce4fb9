import type { OutboundReason } from '@/lib/outbound/errors'
import { OutboundError } from '@/lib/outbound/errors'
import { type Answer, type Sending, type SendOptions, send } from '@/lib/outbound/send'
import { createMask, type Mask } from './mask'

/** Something a host looks at in an answer. `fact` is a section of the host facts, or an RFC's. */
export type Check = { says: string; passed: boolean; fact: string }

/** One message on the wire, as it is shown and kept: secrets are covered already. */
export type Step = {
  title: string
  /** What the message is for; only calls are replayed. */
  kind: 'install' | 'link' | 'call' | 'preview'
  /** ISO 8601. */
  at: string
  milliseconds: number
  request: { method: string; url: string; headers: Record<string, string>; body: string | null }
  /** Null when nothing came, or where a browser and not this server went. */
  response: { status: number; headers: Record<string, string>; body: string } | null
  failure: OutboundReason | null
  checks: Check[]
}

export type Heard = Answer & { text: string; step: Step }

export type Wire = {
  steps: Step[]
  mask: Mask
  /** Throws only OutboundErrors; the step stands in `steps` either way. */
  send: (
    about: { title: string; kind: Step['kind'] },
    sending: Sending,
    limits: Pick<SendOptions, 'timeoutMs' | 'maxBytes' | 'isEnough'>,
  ) => Promise<Heard>
  /** What a browser does, or what is checked without a message. */
  note: (about: { title: string; kind: Step['kind'] }, url: string, checks?: Check[]) => Step
}

/**
 * Sends for one act of a host and writes down what went over the wire. `allowLoopback` is for local
 * mode only; `sendWith` stands in, in tests.
 */
export function createWire(allowLoopback: boolean, sendWith: typeof send = send): Wire {
  const steps: Step[] = []
  const mask = createMask()
  const add = (step: Step): Step => {
    steps.push(step)
    return step
  }
  return {
    steps,
    mask,
    async send({ title, kind }, sending, limits) {
      const started = performance.now()
      const step = add({
        title,
        kind,
        at: new Date().toISOString(),
        milliseconds: 0,
        request: {
          method: sending.method,
          url: mask.cover(sending.url),
          headers: coverAll(mask, sending.headers),
          body: sending.body === undefined ? null : mask.cover(sending.body),
        },
        response: null,
        failure: null,
        checks: [],
      })
      try {
        const answer = await sendWith(sending, { ...limits, allowLoopback })
        const text = answer.bytes.toString('utf8')
        step.response = {
          status: answer.status,
          headers: coverAll(mask, answer.headers),
          body: mask.cover(text.slice(0, longestKept)),
        }
        return { ...answer, text, step }
      } catch (error) {
        step.failure = error instanceof OutboundError ? error.reason : 'network'
        throw error
      } finally {
        step.milliseconds = Math.round(performance.now() - started)
      }
    },
    note: ({ title, kind }, url, checks = []) =>
      add({
        title,
        kind,
        at: new Date().toISOString(),
        milliseconds: 0,
        request: { method: 'GET', url: mask.cover(url), headers: {}, body: null },
        response: null,
        failure: null,
        checks,
      }),
  }
}

/** Characters of an answer: as many as most hosts hand to their model. */
const longestKept = 100_000

const coverAll = (mask: Mask, headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      name === 'set-cookie' ? '…' : mask.cover(value),
    ]),
  )

/** Says in the step what a host looked at; gives back whether it was as it should be. */
export function check(step: Step, says: string, passed: boolean, fact: string): boolean {
  step.checks.push({ says, passed, fact })
  return passed
}
