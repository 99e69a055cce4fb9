import type { Catalog } from '../catalog'
import { invalidParams, type Params, RpcError } from './message'
import { type Result, toMembers } from './result'

/** The first example of each operation, as people ask for it. */
export const promptsOf = ({ operations }: Catalog): Map<string, string> =>
  new Map(
    operations.flatMap(({ name, examples: [example] }) =>
      example ? [[name, example.prompt] as const] : [],
    ),
  )

export const listPrompts = (prompts: Map<string, string>): Result => ({
  members: toMembers({
    prompts: [...prompts].map(([name, description]) => ({ name, description })),
  }),
  cacheable: true,
})

export function getPrompt(prompts: Map<string, string>, { name }: Params): Result {
  const text = typeof name === 'string' ? prompts.get(name) : undefined
  if (text === undefined) throw new RpcError(invalidParams, 'There is no prompt of this name.')
  return { members: toMembers({ messages: [{ role: 'user', content: { type: 'text', text } }] }) }
}
