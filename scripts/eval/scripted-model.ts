import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { toTokens } from '@/lib/host/inject/tokens'
import type { Case } from './cases'
import type { Completion } from './completion'
import { toDay } from './days'
import type { Question } from './question'

/** What the scripted model does wrong, so that a report has something to show. */
export const Mistakes = z.array(
  z.object({
    prompt: z.string(),
    /** Only where calls are made like this. */
    form: z.enum(['function', 'text']).optional(),
    /** Only where nothing that it was told contains this. */
    unless: z.string().optional(),
    /** Null: it answers in words. `arguments` are sent as they are. */
    call: z.object({ name: z.string(), arguments: z.string() }).nullable(),
  }),
)

type Script = { cases: Case[]; mistakes: z.infer<typeof Mistakes>; today: string }

/** Says who spoke, in every answer and so in every recording. */
export const scriptedName = 'scripted, not a language model'

/**
 * A server of the chat-completions protocol that knows the right answers and makes the mistakes of
 * its script: the eval is tried with it where no model is at hand.
 */
export async function serveScriptedModel(script: Script) {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const asked = JSON.parse(body) as Partial<Pick<Question, 'messages' | 'tools'>>
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(await answer(asked, script)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://localhost:${(server.address() as AddressInfo).port}/v1`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function answer(
  { messages = [], tools = [] }: Partial<Pick<Question, 'messages' | 'tools'>>,
  script: Script,
): Promise<Completion> {
  const prompt = messages.at(-1)?.content ?? ''
  const told = JSON.stringify([messages, tools])
  const form = tools.length > 0 ? 'function' : 'text'
  const mistake = script.mistakes.find(
    (one) =>
      one.prompt === prompt &&
      (one.form ?? form) === form &&
      (one.unless === undefined || !told.includes(one.unless)),
  )
  const call = mistake ? mistake.call : toRightCall(script, prompt)
  const message = toMessage(call, form)
  return {
    model: scriptedName,
    choices: [{ message }],
    usage: {
      prompt_tokens: await toTokens(told),
      completion_tokens: await toTokens(JSON.stringify(message)),
    },
  }
}

type ScriptedCall = { name: string; arguments: string } | null

function toRightCall({ cases, today }: Script, prompt: string): ScriptedCall {
  const { expected } = cases.find((one) => one.prompt === prompt) ?? { expected: null }
  if (expected === null) return null
  const input = Object.entries(expected.input).map(([name, wanted]) => {
    const value: unknown = Array.isArray(wanted) ? wanted[0] : wanted
    return [name, typeof value === 'string' ? (toDay(value, today) ?? value) : value]
  })
  return { name: expected.operation, arguments: JSON.stringify(Object.fromEntries(input)) }
}

function toMessage(call: ScriptedCall, form: 'function' | 'text') {
  const role = 'assistant' as const
  if (call === null) return { role, content: 'I answer this one in words.' }
  if (form === 'text') return { role, content: `${call.name}(${call.arguments})` }
  return { role, content: null, tool_calls: [{ function: call }] }
}
