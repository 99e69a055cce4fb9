import type { Acting } from '../install'
import type { Operation } from '../installation'
import { isObject, own, ownObject, ownText } from '../json'
import { post } from './message'
import type { Opened, Purpose } from './open'

/**
 * Adds what a person could say, from prompts that are named like tools. No host asks for it when it
 * installs: it is for trying the tools without a model.
 */
export async function addExamples(
  operations: Operation[],
  { peer, hasPrompts }: Opened,
  about: { purpose: Purpose; acting: Acting },
): Promise<Operation[]> {
  if (!hasPrompts) return operations
  const title = 'Ask for examples (the playground only)'
  const { result } = await post(
    peer,
    { ...about.purpose, title, method: 'prompts/list' },
    about.acting,
  )
  const listed = own(result, 'prompts')
  const prompts = (Array.isArray(listed) ? listed : []).filter(isObject)
  return operations.map((operation) => ({
    ...operation,
    examples: prompts.flatMap((one) => {
      const prompt = ownText(one, 'description')
      const input = ownObject(ownObject(one, '_meta'), 'example-input')
      const isOfIt = ownText(one, 'name') === operation.name
      return isOfIt && prompt !== null && input !== null ? [{ prompt, input }] : []
    }),
  }))
}
