import type { Catalog, Operation } from '../catalog'
import { invalidParams, type Params, RpcError } from './message'
import { type Result, toMembers } from './result'

export type Prompts = Map<string, Operation['examples'][number]>

/** The first example of each operation, as people ask for it. */
export const promptsOf = ({ operations }: Catalog): Prompts =>
  new Map(
    operations.flatMap(({ name, examples: [example] }) =>
      example ? [[name, example] as const] : [],
    ),
  )

/** With what an assistant would send then, for who tries the operations without one. */
export const listPrompts = (prompts: Prompts): Result => ({
  members: toMembers({
    prompts: [...prompts].map(([name, { prompt, input }]) => ({
      name,
      description: prompt,
      _meta: { 'example-input': input },
    })),
  }),
  cacheable: true,
})

export function getPrompt(prompts: Prompts, { name }: Params): Result {
  const text = typeof name === 'string' ? prompts.get(name)?.prompt : undefined
  if (text === undefined) throw new RpcError(invalidParams, 'There is no prompt of this name.')
  return { members: toMembers({ messages: [{ role: 'user', content: { type: 'text', text } }] }) }
}
