/**
 * What a host shows beside an operation's result: one HTML document, run by the host in a sandboxed
 * frame without our cookies or origin (MCP Apps 2026-01-26). Hosts without UI never ask for it, so
 * nothing may be told here alone.
 *
 * The document brings its own style and script, and speaks JSON-RPC 2.0 with `window.parent` by
 * `postMessage`. It sends `ui/initialize` { protocolVersion: '2026-01-26', appInfo, appCapabilities },
 * then `ui/notifications/initialized`. It is told `ui/notifications/tool-input` (params.arguments),
 * `ui/notifications/tool-result` (params.structuredContent is the operation's output, as its schema
 * says), `ui/notifications/tool-cancelled` and `ui/notifications/host-context-changed`
 * (params.theme), and answers the requests `ui/resource-teardown` and `ping` with an empty result.
 * It may ask for `tools/call` { name, arguments }, `ui/open-link` { url } and `ui/message`, and says
 * its height with `ui/notifications/size-changed` { height }. It listens to its parent only and
 * writes what it is told as text, never as HTML.
 */
export type View = {
  /** Kebab-case, unique in the catalog; its address is `ui://<name>`. */
  name: string
  title: string
  /** A complete document. */
  html: string
  /** Origins of pictures and fonts besides the plugin's own, for example `https://img.example`. */
  resourceDomains?: string[]
  /** Origins that its script fetches from; none when left out. */
  connectDomains?: string[]
  /** Whether the host draws a frame around it; the host decides when left out. */
  prefersBorder?: boolean
}

export const viewType = 'text/html;profile=mcp-app'

export const viewUri = (view: View): string => `ui://${view.name}`
