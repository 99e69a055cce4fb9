import { type LanguageModel, streamText } from 'ai'
import { count, type Limit } from '@/lib/data/counters'
import { env } from '@/lib/env'
import { isObject } from '../json'
import { toMessages, toSystem } from '../model/messages'
import { getModel } from '../model/model'
import { type Target, toTargets, toTools } from '../model/tools'
import { callInConversation, type Wish } from './calling'
import { addEntry, getTranscript } from './conversations'
import { listInstallations } from './installations'

/** What happens while the model talks; `asks` ends the turn until the person says yes or no. */
export type Heard =
  | { kind: 'text'; text: string }
  | { kind: 'called'; operation: string }
  | { kind: 'asks'; wish: Wish }
  | { kind: 'failed'; means: string }

/** Calls one after the other that a model may make before the person speaks again. */
const mostCalls = 8
const turnMs = 120_000

/** Answers of one person: the model is the operator's to pay for. */
const answers = (): Limit => ({
  ...{ name: 'playground-answers', seconds: 3600 },
  points: 200 * env().rateLimitFactor,
})

/**
 * Lets the model go on from where the conversation stands: it answers, or calls, until it has nothing
 * more to call or the host must ask the person. All of it is written down. `model` stands in, in tests.
 */
export async function* converse(
  accountId: string,
  conversationId: string,
  model: LanguageModel | null = getModel(),
): AsyncGenerator<Heard> {
  if (model === null) return
  for (let calls = 0; calls < mostCalls; calls += 1) {
    const transcript = await getTranscript(accountId, conversationId)
    if (transcript === null) return
    if ((await count(answers(), accountId)) > 0) return yield { kind: 'failed', means: tooMuch }
    const installed = await listInstallations(accountId)
    const { installationIds } = transcript.conversation
    const targets = toTargets(installed.filter(({ id }) => installationIds.includes(id)))
    const messages = toMessages(transcript.entries, targets)
    const said = yield* listen(model, { messages, targets })
    if (said.text) {
      await addEntry(accountId, conversationId, { kind: 'message', by: 'model', text: said.text })
    }
    if (said.call === null) return
    const wish = { conversationId, ...said.call }
    const called = await callInConversation(accountId, wish)
    if (called.status === 'not_found' || (called.status === 'called' && !called.entry)) return
    if (called.status === 'needs_confirmation') return yield { kind: 'asks', wish }
    yield { kind: 'called', operation: wish.operation }
  }
}

type Said = { text: string; call: Omit<Wish, 'conversationId'> | null }
type Turn = { messages: ReturnType<typeof toMessages>; targets: Map<string, Target> }

/** One answer of the model. Of several calls at once the first is made; it can ask for the others again. */
async function* listen(
  model: LanguageModel,
  { messages, targets }: Turn,
): AsyncGenerator<Heard, Said> {
  const said: Said = { text: '', call: null }
  const { fullStream } = streamText({
    ...{ model, messages, system: toSystem(targets), tools: toTools(targets), maxRetries: 1 },
    abortSignal: AbortSignal.timeout(turnMs),
    onError: () => {},
  })
  for await (const part of fullStream) {
    if (part.type === 'text-delta') {
      said.text += part.text
      yield { kind: 'text', text: part.text }
    }
    if (part.type === 'tool-call' && said.call === null) said.call = toCall(part, targets)
    if (part.type === 'error') yield { kind: 'failed', means: unreachable }
  }
  return said
}

const tooMuch = 'The model has answered you as often as it may in an hour. Go on later.'
const unreachable = 'The model did not answer. Look at MODEL_BASE_URL, MODEL and its key.'

function toCall(
  { toolName, input }: { toolName: string; input: unknown },
  targets: Map<string, Target>,
): Said['call'] {
  const target = targets.get(toolName)
  return target && isObject(input)
    ? { installationId: target.seen.id, operation: target.operation.name, input }
    : null
}
