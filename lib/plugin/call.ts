import type { z } from 'zod'
import { db, type Tx } from '@/lib/data/db'
import { type FieldError, PublicError } from '@/lib/errors'
import type { Operation } from './catalog'
import type { Caller } from './operation'
import { failed, type Recorder, succeeded } from './record'
import { readWithin, writeWithin } from './time-limit'

/** Hosts cut or refuse longer answers (ChatGPT: 100,000 characters). */
export const responseLimit = 100_000

/** Hosts give up after 45 s (ChatGPT); a plain answer comes before that. In milliseconds. */
const timeLimit = 40_000

export type Call = {
  operation: Operation
  caller: Caller | null
  input: unknown
  /** What the host says of where the person is; used only if the person allowed it. */
  region: string | null
  actionId: string
  /** Aborted when the client goes away. */
  signal: AbortSignal
  /** Writes down what was done in the person's name. */
  recorder: Recorder | undefined
}

/** The only way an operation runs, whatever carried the call. Resolves to the encoded JSON text. */
export async function call({ recorder, ...asked }: Call): Promise<string> {
  const { operation, caller, input, actionId } = asked
  if (!recorder || !caller) return encode(operation, await run(asked, nothing))
  const made = { id: actionId, operation, caller, input }
  const isRead = operation.effect === 'read'
  try {
    const result = await run(asked, async (tx, done) => recorder.within(tx, succeeded(made, done)))
    const text = encode(operation, result)
    if (isRead) recorder.later(succeeded(made, result))
    return text
  } catch (error) {
    recorder.later(failed(made, error))
    throw error
  }
}

type Asked = Omit<Call, 'recorder'>
type BeforeCommit = (tx: Tx, result: unknown) => Promise<void>

const nothing: BeforeCommit = async () => {}

async function run(asked: Asked, beforeCommit: BeforeCommit): Promise<unknown> {
  const { operation, caller, input, region, actionId, signal } = asked
  requireScope(operation, caller)
  const valid = validate(operation, input)
  const context = { caller, region: caller?.scopes.has('location') ? region : null }
  if (operation.effect === 'read') {
    return readWithin(timeLimit, signal, (ends) =>
      operation.handler(valid, { ...context, signal: ends }),
    )
  }
  return writeWithin(timeLimit, signal, () =>
    db().$transaction(async (tx) => {
      const result = await operation.handler(valid, { ...context, tx, actionId })
      await beforeCommit(tx, result)
      return result
    }),
  )
}

function requireScope(operation: Operation, caller: Caller | null): void {
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

/** Through its schema, so that what is not declared cannot leave. */
function encode(operation: Operation, result: unknown): string {
  const text = JSON.stringify(operation.output.parse(result))
  if (text.length >= responseLimit) {
    throw new Error(`${operation.name} answered ${text.length} characters`)
  }
  return text
}
