import { z } from 'zod'
import type { ModelSettings } from '@/lib/model-settings'
import { Completion } from './completion'
import type { Question } from './question'

/** Who is asked. An answer that cannot be had or read is an Error that says why, without any secret. */
export type Model = { name: string; ask: (question: Question) => Promise<Completion> }

type Asking = { timeoutMs: number; anthropicUrl: string }

const usual: Asking = { timeoutMs: 60_000, anthropicUrl: 'https://api.anthropic.com' }

/** A model at the other end of one of the two protocols. */
export function createModel(settings: ModelSettings, asking: Partial<Asking> = {}): Model {
  const { timeoutMs, anthropicUrl } = { ...usual, ...asking }
  return {
    name: settings.name,
    ask(question) {
      const signal = AbortSignal.timeout(timeoutMs)
      return settings.speaks === 'anthropic'
        ? askAnthropic({ ...settings, baseUrl: anthropicUrl }, question, signal)
        : askOpenAi(settings, question, signal)
    },
  }
}

type At = { name: string; baseUrl: string }

async function askOpenAi(
  { baseUrl, apiKey, name }: At & { apiKey: string | null },
  { messages, tools }: Question,
  signal: AbortSignal,
): Promise<Completion> {
  const answer = await post(`${baseUrl.replace(/\/$/, '')}/chat/completions`, {
    headers: apiKey === null ? {} : { authorization: `Bearer ${apiKey}` },
    body: { model: name, messages, ...(tools.length > 0 && { tools }) },
    signal,
  })
  return read(Completion, answer)
}

async function askAnthropic(
  { baseUrl, apiKey, name }: At & { apiKey: string | null },
  { messages, tools }: Question,
  signal: AbortSignal,
): Promise<Completion> {
  const answer = await post(`${baseUrl}/v1/messages`, {
    headers: { 'x-api-key': apiKey ?? '', 'anthropic-version': '2023-06-01' },
    body: {
      ...{ model: name, max_tokens: 1024 },
      system: messages.flatMap((one) => (one.role === 'system' ? one.content : [])).join('\n\n'),
      messages: messages.filter(({ role }) => role !== 'system'),
      ...(tools.length > 0 && {
        tools: tools.map(({ function: { parameters, ...told } }) => ({
          ...told,
          input_schema: parameters,
        })),
      }),
    },
    signal,
  })
  return toCompletion(read(AnthropicMessage, answer))
}

const AnthropicMessage = z.object({
  model: z.string(),
  content: z.array(
    z.object({
      type: z.string(),
      text: z.string().optional(),
      name: z.string().optional(),
      input: z.unknown().optional(),
    }),
  ),
  usage: z.object({ input_tokens: z.number(), output_tokens: z.number() }),
})

function toCompletion({ model, content, usage }: z.infer<typeof AnthropicMessage>): Completion {
  const message = {
    role: 'assistant' as const,
    content: content.flatMap(({ text }) => text ?? []).join('\n') || null,
    tool_calls: content.flatMap(({ type, name, input }) =>
      type === 'tool_use' && name !== undefined
        ? { function: { name, arguments: JSON.stringify(input) } }
        : [],
    ),
  }
  const { input_tokens: prompt_tokens, output_tokens: completion_tokens } = usage
  return { model, choices: [{ message }], usage: { prompt_tokens, completion_tokens } }
}

async function post(
  url: string,
  sent: { headers: Record<string, string>; body: object; signal: AbortSignal },
): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...sent.headers },
    body: JSON.stringify(sent.body),
    signal: sent.signal,
  })
  if (!response.ok) throw new Error(`the model answered ${response.status}`)
  return response.json()
}

function read<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer)
  if (!parsed.success) throw new Error('the answer is none of the protocol')
  return parsed.data
}
