import { AppBridge, PostMessageTransport } from '@modelcontextprotocol/ext-apps/app-bridge'

/** What a host does with the view; objects as the protocol has them. */
export type Shown = {
  capabilities?: { message?: object; openLinks?: object }
  /** Answers what the view asks with a refusal. */
  refuses?: boolean
  context?: Record<string, unknown>
  input?: Record<string, unknown>
  /** None is told when null. */
  result?: object | null
}

/** Runs in the page of view-stage.ts: a host made of a library that nobody here wrote. */
type ViewHost = {
  bridge: AppBridge
  /** What the view asked of the host, in order. */
  asked: { method: string; params: unknown }[]
}

declare global {
  interface Window {
    host: ViewHost
    show: (url: string, shown: Shown) => Promise<void>
  }
}

window.show = async (url, { capabilities = {}, refuses, context, input, result }) => {
  const frame = document.createElement('iframe')
  // As hosts do: no origin of its own, no cookies, no way out but through the bridge.
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.title = 'View'
  document.body.append(frame)
  const inside = frame.contentWindow as Window
  const bridge = new AppBridge(null, { name: 'test-host', version: '1' }, capabilities, {
    hostContext: context,
  })
  const asked: ViewHost['asked'] = []
  window.host = { bridge, asked }
  const answer = (method: string) => async (params: unknown) => {
    asked.push({ method, params })
    return { isError: refuses }
  }
  if (capabilities.message) bridge.onmessage = answer('ui/message')
  if (capabilities.openLinks) bridge.onopenlink = answer('ui/open-link')
  bridge.addEventListener('sizechange', ({ height }) => {
    frame.style.height = `${height}px`
  })
  const ready = new Promise<void>((resolve) => {
    bridge.addEventListener('initialized', () => resolve())
  })
  await bridge.connect(new PostMessageTransport(inside, inside))
  frame.src = url
  await ready
  await bridge.sendToolInput({ arguments: input })
  type Result = Parameters<typeof bridge.sendToolResult>[0]
  if (result) await bridge.sendToolResult(result as Result)
}
