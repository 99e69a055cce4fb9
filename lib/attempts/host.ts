import { type HostId, redirectHosts } from '@/lib/hosts'

type Named = { clientId: string | null; clientName: string | null; redirectUri: string | null }

const byClientId = new Map<string, HostId>([
  ['https://chatgpt.com/oauth/codex/client.json', 'codex'],
  ['https://claude.ai/oauth/claude-code-client-metadata', 'claude-code'],
  ['https://cursor.com/oauth/mcp-client.json', 'cursor'],
])

// On the person's own computer an app is known by nothing but what it calls itself.
const byName: [RegExp, HostId][] = [
  [/^codex/i, 'codex'],
  [/^claude code/i, 'claude-code'],
  [/^visual studio code/i, 'vscode'],
  [/^cursor/i, 'cursor'],
]

// What a vendor's servers call themselves, before anybody knows which client it is.
const byAgent: [RegExp, HostId][] = [
  [/^openai-mcp\//i, 'chatgpt'],
  [/^claude-code\b/i, 'claude-code'],
  [/^claude-user\b/i, 'claude'],
  [/^codex/i, 'codex'],
  [/^visual studio code/i, 'vscode'],
  [/^cursor/i, 'cursor'],
]

/** Which host an app most likely is; for showing only, it proves nothing. */
export function toHost({ clientId, clientName, redirectUri }: Named, userAgent = ''): HostId {
  const url = redirectUri && URL.canParse(redirectUri) ? new URL(redirectUri) : null
  const isAction = url?.hostname === 'chatgpt.com' && url.pathname.startsWith('/aip/')
  return (
    byClientId.get(clientId ?? '') ??
    (isAction ? 'gpt-action' : redirectHosts.get(url?.hostname ?? '')) ??
    (url?.protocol === 'cursor:' ? 'cursor' : undefined) ??
    byName.find(([name]) => name.test(clientName ?? ''))?.[1] ??
    byAgent.find(([agent]) => agent.test(userAgent))?.[1] ??
    'mcp'
  )
}
