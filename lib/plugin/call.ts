import type { z } from 'zod'
import type { Actions } from '@/lib/confirmations/actions'
import { type FieldError, PublicError } from '@/lib/errors'
import { type Answer, answer, encode } from './answer'
import type { Operation } from './catalog'
import { readIdempotencyKey } from './idempotency-key'
import { toOnce } from './once'
import type { Caller } from './operation'
import { failed, type Recorder, succeeded } from './record'
import { type Release, requireLetIn } from './release'
import { readWithin, writeWithin } from './time-limit'
import { timeLimit, type Work } from './work'
import { write } from './write'

export type Call = {
  operation: Operation
  caller: Caller | null
  input: unknown
  /** What the host says of where the person is; used only if the person allowed it. */
  region: string | null
  actionId: string
  /** The client's word for this one call, as it came; only a write is told apart by it. */
  idempotencyKey?: unknown
  /** Aborted when the client goes away. */
  signal: AbortSignal
  /** Writes down what was done in the person's name. */
  recorder: Recorder | undefined
  /** Knows which writes were asked for; without it nothing can be held. */
  actions?: Actions | undefined
  /** Who is let in; without it everybody is. */
  release?: Release | undefined
  origin: string
}

/** The only way an operation runs, whatever carried the call. Resolves to the encoded JSON text. */
export async function call(asked: Call): Promise<Answer> {
  const { operation, caller, input, actionId, recorder } = asked
  try {
    await requireLetIn(asked.release, asked)
    requireScope(operation, caller)
    if (operation.effect === 'read') return await read(asked)
    return await writeOnce(asked)
  } catch (error) {
    if (caller) recorder?.later(failed({ id: actionId, operation, caller, input }, error))
    throw error
  }
}

async function read(asked: Call): Promise<Answer> {
  const { operation, caller, input, actionId, signal, recorder } = asked
  const valid = validate(operation, input)
  const region = regionFor(asked)
  const result = await readWithin(timeLimit, signal, (ending) =>
    operation.handler(valid, {
      ...{ caller, region },
      get signal() {
        return ending()
      },
    }),
  )
  const text = encode(operation, result)
  if (caller) recorder?.later(succeeded({ id: actionId, operation, caller, input }, result))
  return answer(text)
}

async function writeOnce(asked: Call): Promise<Answer> {
  const { operation, caller, input, actionId: id, origin, recorder, actions } = asked
  const key = readIdempotencyKey(asked.idempotencyKey)
  const { again = false, ...valid } = validate(operation, input) as { again?: boolean }
  const once = toOnce(operation, valid, { key, again })
  const region = regionFor(asked)
  const work: Work = {
    id,
    operation,
    caller,
    input: valid,
    given: input,
    region,
    recorder,
    actions,
  }
  return writeWithin(timeLimit, asked.signal, (isAwaited) =>
    write(work, { once, origin, isAwaited }),
  )
}

const regionFor = ({ caller, region }: Call) => (caller?.scopes.has('location') ? region : null)

/** Throws `invalid_token` or `insufficient_scope`. */
export function requireScope(operation: Operation, caller: Caller | null): void {
  if (operation.scope === null) return
  if (!caller) throw new PublicError('invalid_token', 'Connect your account first.')
  if (!caller.scopes.has(operation.scope)) {
    throw new PublicError('insufficient_scope', `This needs the permission ${operation.scope}.`)
  }
}

/** Wrong fields that are named at once; an answer must not grow with the nonsense it is about. */
const mostNamed = 10

function validate(operation: Operation, input: unknown): unknown {
  const result = operation.input.safeParse(input)
  if (result.success) return result.data
  const fields = result.error.issues.flatMap(toFieldErrors).slice(0, mostNamed)
  throw new PublicError('invalid_request', fields.map(toSentence).join(' '), { fields })
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, mostNamed)
      .map((key) => ({ field: key.slice(0, 100), message: 'is not a parameter of this operation' }))
  }
  return [{ field: issue.path.join('.'), message: issue.message }]
}

const toSentence = ({ field, message }: FieldError): string =>
  field ? `${field}: ${message}.` : `${message}.`
