import { newActionId } from '@/lib/plugin/action-id'
import { type Call, call } from '@/lib/plugin/call'
import type { Catalog, Operation } from '@/lib/plugin/catalog'
import type { Caller } from '@/lib/plugin/operation'
import { toPublicError } from '@/lib/plugin/to-public-error'
import type { Scope } from '@/lib/scopes'

/** OpenAI asks for five that work and three that no operation answers. */
export const wanted = { positive: 5, negative: 3 }

export type Positive = { prompt: string; operation: Operation; input: Record<string, unknown> }

/** One of each operation first, then what else there is. */
export function toPositives({ operations }: Pick<Catalog, 'operations'>): Positive[] {
  const examples = operations.map((operation) =>
    operation.examples.map(({ prompt, input }) => ({ prompt, operation, input })),
  )
  const most = Math.max(0, ...examples.map(({ length }) => length))
  const turns = Array.from({ length: most }, (_, turn) =>
    examples.flatMap((all) => all[turn] ?? []),
  )
  return turns.flat().slice(0, wanted.positive)
}

export type Running = {
  catalog: Catalog
  origin: string
  accountId: string
  actions: Call['actions']
}

export type Ran = Positive & {
  /** `held` is what a write should end in: nothing happens before the person says yes. */
  outcome: 'answered' | 'held' | 'failed'
  /** The answer as JSON, or what was wrong. */
  text: string
}

/** Each by the road that every call takes, in the reviewer's name and with what works for them. */
export async function runPositives(running: Running): Promise<Ran[]> {
  const { catalog, accountId } = running
  const samples = (await catalog.review?.samples(accountId)) ?? {}
  const ran: Ran[] = []
  for (const positive of toPositives(catalog)) {
    const input = { ...positive.input, ...samples[positive.operation.name] }
    ran.push(await run(running, { ...positive, input }))
  }
  return ran
}

async function run(running: Running, positive: Positive): Promise<Ran> {
  const { catalog, origin, accountId, actions } = running
  const { operation, input } = positive
  try {
    const { text, status } = await call({
      ...{ operation, input, origin, actions, recorder: undefined },
      caller: toCaller(accountId, catalog.scopes),
      region: null,
      actionId: newActionId(),
      signal: AbortSignal.timeout(20_000),
    })
    const wasDone = operation.confirm !== undefined && status === 200
    const outcome = wasDone ? 'failed' : status === 202 ? 'held' : 'answered'
    return { ...positive, outcome, text }
  } catch (error) {
    return { ...positive, outcome: 'failed', text: toPublicError(error).message }
  }
}

/** A connection that is in no list: nobody else can call by it. */
const toCaller = (accountId: string, scopes: Scope[]): Caller => ({
  ...{ accountId, clientId: 'dashboard', grantId: `review ${accountId}` },
  scopes: new Set(scopes),
})
