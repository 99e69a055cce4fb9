/** What a fact rests on; `href` is null where the source is not online any more, or was measured. */
export type Source = { name: string; href: string | null }

const vendors: Record<string, Source> = {
  0: { name: 'OpenAI, plugins', href: 'https://developers.openai.com/plugins' },
  1: { name: 'ChatGPT plugins of 2023', href: null },
  2: {
    name: 'OpenAI, GPT Actions',
    href: 'https://developers.openai.com/api/docs/actions/production',
  },
  3: { name: 'OpenAI, plugins', href: 'https://developers.openai.com/plugins' },
  4: {
    name: 'Claude, custom connectors',
    href: 'https://support.claude.com/en/articles/11503834-building-custom-connectors-via-remote-mcp-servers',
  },
  5: {
    name: 'Microsoft 365 Copilot, plugin manifest',
    href: 'https://learn.microsoft.com/microsoft-365-copilot/extensibility/api-plugin-manifest-2.4',
  },
  6: { name: 'measured', href: null },
  7: { name: 'measured', href: null },
}

const mcp: Source = {
  name: 'MCP 2026-07-28',
  href: 'https://modelcontextprotocol.io/specification/2026-07-28',
}

/** Of a fact as the profiles and checks name it: `§2.3` is a section of docs/hosts.md, others are RFCs. */
export function sourceOf(fact: string): Source {
  const rfc = /^RFC (\d+) §([\d.]+)$/.exec(fact)
  if (rfc) {
    return { name: fact, href: `https://www.rfc-editor.org/rfc/rfc${rfc[1]}#section-${rfc[2]}` }
  }
  if (fact.startsWith('§3.7')) return mcp
  return vendors[/^§(\d+)/.exec(fact)?.[1] ?? ''] ?? { name: fact, href: null }
}
