import type { Installation, Operation } from '../installation'
import { toTokens } from './tokens'
import { toTypeScript } from './type-script'

export type Injection = {
  /** What the model is given before the conversation begins, to the letter. */
  text: string
  tokens: number
  /** The part about the plugin as a whole. */
  preamble: { text: string; tokens: number }
  operations: { name: string; text: string; tokens: number }[]
}

/**
 * What a plugin puts into a conversation, and what that costs in tokens of o200k_base. No vendor
 * documents the exact frame; plugins of 2023 stood in the prompt as a TypeScript namespace, the others
 * as the function definitions of their hosts' APIs. The plugin's own texts are verbatim.
 */
export async function toInjection(installation: Installation): Promise<Injection> {
  const { before, after, each } = frames[installation.kind](installation)
  const parts = installation.operations.map((operation) => ({
    name: operation.name,
    text: each(operation),
  }))
  const text = [before, ...parts.map((part) => part.text), after].filter(Boolean).join('\n')
  const operations = await Promise.all(
    parts.map(async (part) => ({ ...part, tokens: await toTokens(part.text) })),
  )
  return {
    text,
    tokens: await toTokens(text),
    preamble: { text: before, tokens: await toTokens(before) },
    operations,
  }
}

type Frame = { before: string; after: string; each: (operation: Operation) => string }

const frames: Record<Installation['kind'], (installation: Installation) => Frame> = {
  plugin: ({ nameForModel, descriptionForModel }) => ({
    before: `${toComment(descriptionForModel)}\nnamespace ${nameForModel} {`,
    after: `} // namespace ${nameForModel}`,
    each: ({ name, description, inputSchema }) =>
      `${toComment(description)}\ntype ${name} = (_: ${toTypeScript(inputSchema)}) => any;`,
  }),
  openapi: ({ descriptionForModel }) => ({
    before: descriptionForModel,
    after: '',
    each: ({ name, description, inputSchema }) =>
      JSON.stringify({ type: 'function', name, description, parameters: inputSchema }),
  }),
  mcp: ({ descriptionForModel }) => ({
    before: descriptionForModel,
    after: '',
    each: ({ name, description, inputSchema }) =>
      JSON.stringify({ name, description, inputSchema }),
  }),
}

const toComment = (text: string): string =>
  text
    .split('\n')
    .map((line) => `// ${line}`)
    .join('\n')
