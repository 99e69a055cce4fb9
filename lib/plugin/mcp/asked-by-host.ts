import type { Answer } from '../answer'
import type { Operation } from '../catalog'
import type { Plugin } from '../plugin'
import { resume } from '../resume'
import { askPerson, canAsk } from './ask-person'
import { isStateless } from './eras'
import type { Exchange } from './exchange'
import { type Asked, patience, readAsked } from './question'
import type { Result } from './result'

type Calling = {
  operation: Operation
  input: Record<string, unknown>
  /** Makes the call as a new one. */
  first: () => Promise<Answer>
}

/** What a call resolves to: its answer, or a question to the person where the host puts it by itself. */
export async function askedByHost(
  plugin: Plugin,
  exchange: Exchange,
  calling: Calling,
): Promise<Answer | Result> {
  const { params, seen, version } = exchange
  const { operation, input, first } = calling
  // Whoever is not connected is asked to be, before anything they bring is looked at.
  if (operation.scope !== null && !seen.caller) return first()
  const origin = { grantId: seen.caller?.grantId ?? '', tool: operation.name, input }
  const limits = plugin.patience ?? patience
  const asked = isStateless(version) ? readAsked(params, origin, limits) : null
  const answer = asked ? await goOn(plugin, exchange, { operation, asked }) : await first()
  seen.held = asked !== null || answer.status === 202
  const { waits } = answer
  if (!waits || !canAsk(exchange)) return answer
  const question = askPerson(exchange, origin, { waits, asked })
  if (question || isStateless(version)) return question ?? answer
  // Here the host comes back with the same call and nothing else, when the person is on the page.
  const said = { id: waits.id, until: Date.now() + limits.once, said: 'accept' } as const
  return goOn(plugin, exchange, { operation, asked: said })
}

function goOn(
  plugin: Plugin,
  { seen, request }: Exchange,
  { operation, asked }: { operation: Operation; asked: Asked },
): Promise<Answer> {
  const { id, said, until } = asked
  const ms = Math.min((plugin.patience ?? patience).once, Math.max(0, until - Date.now()))
  return resume(plugin, { operation, caller: seen.caller, id, said, ms, signal: request.signal })
}
