import { z } from 'zod'
import type { Tx } from '@/lib/data/db'
import type { ErrorCode } from '@/lib/errors'
import type { Scope } from '@/lib/scopes'
import type { Card, CardOf } from './card'
import type { Confirmation } from './confirmation'
import type { View } from './view'

/** Who stands behind a request: the person, the connection, and what it was allowed. */
export type Caller = {
  accountId: string
  clientId: string
  grantId: string
  scopes: ReadonlySet<string>
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Route = `${Method} /${string}`

type PathParameters<R extends string> = R extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameters<Rest>
  : never

/** What a handler knows besides its input. */
type Context<S extends Scope | null> = {
  /** Never null where the operation has a scope. */
  caller: S extends null ? Caller | null : Caller
  /** ISO 3166-2 code of where the person is, only if they allowed it; otherwise null. */
  region: string | null
}

export type ReadContext<S extends Scope | null = Scope | null> = Context<S> & {
  /** Aborted when nobody waits for the answer any more. A write has none: begun, it is finished. */
  signal: AbortSignal
}

export type WriteContext<S extends Scope | null = Scope | null> = Context<S> & {
  /** Effects in this database run in here and become true with the action's own state. */
  tx: Tx
  /** Stands for this one action for ever: the idempotency key for effects elsewhere. */
  actionId: string
}

/** No transaction is kept open for what another system takes its time with. */
export type ElsewhereContext<S extends Scope | null = Scope | null> = Omit<WriteContext<S>, 'tx'>

type Definition<
  R extends Route,
  S extends Scope | null,
  E extends Effect,
  F extends Effects,
  I extends z.ZodObject,
  O extends z.ZodObject,
> = {
  route: R
  /** What the caller must have been allowed; null lets everybody in, with or without a token. */
  scope: S
  effect: E
  /**
   * `elsewhere`: the handler changes something that no rollback takes back; `actionId` is its
   * idempotency key there, and a PublicError says that nothing happened. Default: in this database only.
   */
  effects?: F
  /** To do the same again is normal: no call is taken for a retry once its answer is out. */
  repeats?: true
  /** Most tokens of one answer; 2,500 when left out. A test holds it to its largest answer. */
  budget?: number
  /** How many ordinary calls one counts as, against the limits; 1 when left out. */
  cost?: number
  /** A limit of its own for each connection, beside those that every operation has. */
  limit?: { points: number; seconds: number }
  /** ≤ 60 characters. */
  summary: string
  /** ≤ 200 characters of facts; what a model reads to choose. No orders to the model. */
  description: string
  /** Flat: every host must be able to read it. Holds every path parameter by name. */
  input: PathParameters<R> extends keyof z.output<I> ? I : never
  output: O
  /** For hosts that show a result as a card. */
  card?: CardOf<z.output<O>>
  errors?: ErrorCode[]
  examples: ReadonlyArray<{ prompt: string; input: z.input<I> }>
  /** Shown beside the result by hosts that can. */
  view?: View
  handler: (
    input: z.output<I>,
    context: E extends 'read'
      ? ReadContext<S>
      : F extends 'elsewhere'
        ? ElsewhereContext<S>
        : WriteContext<S>,
  ) => Promise<z.input<O>>
} & Confirmable<E, I>

/**
 * `person`: nothing is done before the person says yes. `appMay`: the person may let the app's own
 * question do. `confirmation` is what the person reads, as it is when the transaction looks; it may throw
 * a PublicError, and then there is nothing to ask. It locks what its answer depends on: the handler runs
 * in the same transaction.
 */
type Confirmable<E extends Effect, I extends z.ZodObject> =
  | { confirm?: undefined; confirmation?: undefined }
  | {
      confirm: 'person' | (E extends 'destroy' ? never : { by: 'person'; appMay: true })
      confirmation: (
        input: z.output<I>,
        context: { caller: Caller; tx: Tx },
      ) => Promise<Confirmation>
    }

export type Effects = 'here' | 'elsewhere'

/** `destroy` takes away something that cannot be had back. */
export type Effect = 'read' | 'write' | 'destroy'

/** One definition, from which every surface is made. */
export function defineOperation<
  const R extends Route,
  const E extends Effect,
  I extends z.ZodObject,
  O extends z.ZodObject,
  S extends Scope | null = null,
  const F extends Effects = 'here',
>(definition: Definition<R, S, E, F, I, O>): OperationDefinition {
  const [method, path] = definition.route.split(' ') as [Method, string]
  return { ...(definition as unknown as OperationDefinition), method, path }
}

/** A definition with its types forgotten: what the carriers and projections see. */
export type OperationDefinition = {
  method: Method
  path: string
  scope: Scope | null
  effect: Effect
  effects?: Effects
  repeats?: true
  confirm?: 'person' | { by: 'person'; appMay: true }
  confirmation?: (input: unknown, context: { caller: Caller; tx: Tx }) => Promise<Confirmation>
  budget?: number
  cost?: number
  limit?: { points: number; seconds: number }
  summary: string
  description: string
  input: z.ZodObject
  output: z.ZodObject
  card?: Card
  errors?: ErrorCode[]
  examples: ReadonlyArray<{ prompt: string; input: Record<string, unknown> }>
  view?: View
  /** Members for the tool's `_meta`, for hosts that look for them. */
  meta?: Record<string, unknown>
  handler: (
    input: unknown,
    context: ReadContext | WriteContext | ElsewhereContext,
  ) => Promise<unknown>
}

/** What an operation with `confirm` answers, from the first call to the last; flat for every host. */
export const outcome = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({
    status: z
      .enum(['done', 'confirmation_required', 'pending', 'refused', 'failed', 'unknown'])
      .describe('done: it happened. confirmation_required: the person must say yes first.'),
    message: z.string().describe('What happened or what is needed, in one sentence.'),
    confirmationUrl: z.url().optional().describe('Where the person says yes or no.'),
    expiresAt: z.iso.datetime().optional().describe('Until when the person can answer.'),
    ...shape,
  })

/** The outcome of an action that happened. */
export const done = <Result extends object>(message: string, result: Result) => ({
  status: 'done' as const,
  message,
  ...result,
})
