import type { ToolDefinition } from '@/lib/plugin/mcp/tools'
import type { Check, Finding } from './facts'

const hints = ['readOnlyHint', 'destructiveHint', 'openWorldHint']

function each(
  tools: ToolDefinition[],
  fix: string,
  find: (tool: ToolDefinition) => string | null,
): Finding | null {
  for (const tool of tools) {
    const found = find(tool)
    if (found) return { found: `${tool.name} ${found}.`, fix }
  }
  return tools.length === 0 ? { found: 'There is no tool.', fix: 'Describe an operation.' } : null
}

export const toolChecks: Check[] = [
  {
    id: 'tool names',
    hosts: ['chatgpt', 'claude'],
    says: 'Every tool has a name of at most 64 letters, digits, _ and -, and a title',
    fact: 'Anthropic, connector directory; MCP',
    look: ({ tools }) =>
      each(tools, 'Rename the export, or give it a summary.', ({ name, title }) => {
        if (!/^[a-zA-Z0-9_-]{1,64}$/.test(name)) return 'has a name that hosts refuse'
        return title ? null : 'has no title'
      }),
  },
  {
    id: 'tool hints',
    hosts: ['chatgpt', 'claude', 'm365'],
    says: 'Every tool says whether it reads, destroys, or reaches outside, as three booleans',
    fact: 'OpenAI, plugin submission; Anthropic, connector directory; Microsoft, MCP (readOnlyHint)',
    look: ({ tools }) =>
      each(tools, 'Give the operation its effect.', ({ annotations }) => {
        const silent = hints.find((hint) => typeof annotations[hint] !== 'boolean')
        return silent ? `does not say ${silent}` : null
      }),
  },
  {
    id: 'tool results',
    hosts: ['chatgpt'],
    says: 'Every tool says what it answers, and who may call it',
    fact: 'OpenAI, plugins over MCP: outputSchema and securitySchemes, mirrored in _meta',
    look: ({ tools }) =>
      each(tools, 'Give the operation its output and scope.', (tool) => {
        if (tool.outputSchema.type !== 'object') return 'has no outputSchema'
        if (!(tool.securitySchemes?.length > 0)) return 'has no securitySchemes'
        return tool._meta.securitySchemes ? null : 'does not mirror its securitySchemes'
      }),
  },
  {
    id: 'tokens',
    hosts: ['chatgpt', 'claude', 'm365'],
    says: 'A model reads at most 900 tokens before the first call, and 3,000 with the whole list',
    fact: 'This project’s own budget, by o200k_base',
    look: ({ tokens: { read, list } }) =>
      read <= 900 && list <= 3000
        ? null
        : {
            found: `It reads ${read}, and ${list} with the whole list.`,
            fix: 'Shorten descriptions, or expose fewer operations to this host (Release).',
          },
  },
]
