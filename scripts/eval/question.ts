import { createHash } from 'node:crypto'
import { toInjection } from '@/lib/host/inject/injection'
import type { Installation } from '@/lib/host/installation'
import type { Case } from './cases'
import { weekday } from './days'

type Message = { role: 'system' | 'user' | 'assistant'; content: string }

export type Tool = {
  type: 'function'
  function: { name: string; description: string; parameters: Record<string, unknown> }
}

/** What a model is asked, in the words of the chat-completions protocol. */
export type Question = { messages: Message[]; tools: Tool[]; key: string }

/** What a model is told of a plugin on one surface, before anybody says anything. */
export type Document = {
  surface: Installation['kind']
  system: string
  tools: Tool[]
  tokens: number
  /** Tokens of each operation. */
  each: Record<string, number>
}

/** A plugin of 2023 stands in the prompt; the others are functions beside it. */
export async function toDocument(installation: Installation, today: string): Promise<Document> {
  const { kind, descriptionForModel, operations } = installation
  const injection = await toInjection(installation)
  const inWords = kind === 'plugin'
  const opening = `You are an assistant with a plugin. Today is ${weekday(today)}, ${today}. Call a function only when the person wants what it does; otherwise answer in words.`
  const about = inWords
    ? `To call a function, answer with nothing but one line, for example: namespace.name({"key": "value"})\n\n${injection.text}`
    : descriptionForModel
  return {
    surface: kind,
    system: `${opening}\n\n${about}`,
    tools: inWords
      ? []
      : operations.map(({ name, description, inputSchema }) => ({
          type: 'function',
          function: { name, description, parameters: inputSchema },
        })),
    tokens: injection.tokens,
    each: Object.fromEntries(injection.operations.map(({ name, tokens }) => [name, tokens])),
  }
}

/** The key stands for the surface, the prompt and this very version of the document. */
export function toQuestion(
  { surface, system, tools }: Document,
  { prompt, before }: Pick<Case, 'prompt' | 'before'>,
): Question {
  const messages: Message[] = [
    { role: 'system', content: system },
    ...(before === null
      ? []
      : [
          { role: 'user' as const, content: before.asked },
          { role: 'assistant' as const, content: before.answered },
        ]),
    { role: 'user', content: prompt },
  ]
  const identity = JSON.stringify([surface, messages, tools])
  return {
    messages,
    tools,
    key: createHash('sha256').update(identity).digest('hex').slice(0, 20),
  }
}
