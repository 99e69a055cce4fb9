import { z } from 'zod'
import { isObject, type JsonObject, parseJson } from '@/lib/host/json'

/** An answer of the chat-completions protocol: as models give it and as it is recorded. */
export const Completion = z.object({
  model: z.string(),
  choices: z
    .array(
      z.object({
        message: z.object({
          role: z.literal('assistant'),
          content: z.string().nullish(),
          tool_calls: z
            .array(z.object({ function: z.object({ name: z.string(), arguments: z.string() }) }))
            .nullish(),
        }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
})

export type Completion = z.infer<typeof Completion>

/** Arguments are null where they are no JSON object. */
export type Call = { name: string; arguments: JsonObject | null }

/** What the model wants called. `inWords`: it was asked to write calls as text, as in 2023. */
export function toCalls({ choices }: Completion, inWords: boolean): Call[] {
  const message = choices[0]?.message
  if (inWords) return toWrittenCall(message?.content ?? '')
  return (message?.tool_calls ?? []).map(({ function: { name, arguments: text } }) => ({
    name,
    arguments: toArguments(text),
  }))
}

function toWrittenCall(content: string): Call[] {
  const text = content.trim().replace(/^```\w*\n([\s\S]*)\n```$/, '$1')
  const [, name, written] = /^(?:[\w-]+\.)?([\w-]+)\(([\s\S]*)\);?$/.exec(text.trim()) ?? []
  return name && written !== undefined ? [{ name, arguments: toArguments(written) }] : []
}

// Some models send nothing at all for no arguments.
function toArguments(text: string): JsonObject | null {
  const value = text.trim() === '' ? {} : parseJson(text)
  return isObject(value) ? value : null
}
