/** What the host tells a view: what was asked, and what came. */
export type Shown = { input: unknown; result: object; host: string }

type Message = { jsonrpc: '2.0'; [member: string]: unknown }

/** What a host of MCP Apps answers (SEP-1865); what it does not offer it refuses. */
export function answerView(asked: unknown, shown: Shown): Message[] {
  const { id, method, params } = (asked ?? {}) as {
    id?: unknown
    method?: unknown
    params?: { protocolVersion?: unknown; url?: unknown }
  }
  if (method === 'ui/notifications/initialized') {
    return [
      tell('ui/notifications/tool-input', { arguments: shown.input }),
      tell('ui/notifications/tool-result', shown.result),
    ]
  }
  if (typeof id !== 'string' && typeof id !== 'number') return []
  if (method === 'ping') return [answer(id, {})]
  if (method === 'ui/open-link') return [answer(id, { isError: !open(params?.url) })]
  if (method !== 'ui/initialize') return [refuse(id)]
  const capabilities = {
    protocolVersion: params?.protocolVersion,
    hostCapabilities: { openLinks: {} },
  }
  const hostInfo = { name: shown.host, version: '1' }
  return [answer(id, { ...capabilities, hostInfo, hostContext: contextOf(window) })]
}

const contextOf = (page: Window) => ({
  theme: page.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  locale: 'en',
  displayMode: 'inline',
})

function open(url: unknown): boolean {
  if (typeof url !== 'string' || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return false
  // A view may ask by itself: the person sees where it leads, and decides.
  if (window.confirm(`Open ${new URL(url).host}?`)) window.open(url, '_blank', 'noopener')
  return true
}

const tell = (method: string, params: unknown): Message => ({ jsonrpc: '2.0', method, params })

const answer = (id: string | number, result: unknown): Message => ({ jsonrpc: '2.0', id, result })

const refuse = (id: string | number): Message => ({
  ...{ jsonrpc: '2.0', id },
  error: { code: -32601, message: 'This host does not offer that.' },
})
