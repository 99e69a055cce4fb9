import type { Acting } from '../install'
import type { Installation } from '../installation'
import { own, ownObject, ownText, ownTexts } from '../json'
import { statelessVersion } from './eras'
import { post } from './message'
import { openMcp } from './open'

/** A view of MCP Apps: HTML for a sandboxed frame, and the origins that it may use in there. */
export type View = { html: string; connectDomains: string[]; resourceDomains: string[] }

/** The view that shows an operation's results; null where there is none, or it is no MCP App. */
export async function readView(
  { server, protocol }: Installation,
  viewUri: string,
  { token, acting }: { token: string | null; acting: Acting },
): Promise<View | null> {
  const at = { endpoint: server, token }
  const purpose = { kind: 'link', timeoutMs: 15_000, maxBytes: 1_000_000 } as const
  const opened =
    protocol === statelessVersion
      ? { peer: { ...at, protocol, sessionId: null } }
      : await openMcp(at, purpose, acting)
  if (opened === null || 'challenge' in opened) return null
  const { result } = await post(
    opened.peer,
    { ...purpose, title: 'Read the view', method: 'resources/read', params: { uri: viewUri } },
    acting,
  )
  const contents = own(result, 'contents')
  const content = Array.isArray(contents) ? contents[0] : null
  const html = ownText(content, 'text')
  if (html === null || !ownText(content, 'mimeType')?.startsWith('text/html')) return null
  const csp = ownObject(ownObject(ownObject(content, '_meta'), 'ui'), 'csp')
  return {
    html,
    connectDomains: ownTexts(csp, 'connectDomains').filter(isOrigin),
    resourceDomains: ownTexts(csp, 'resourceDomains').filter(isOrigin),
  }
}

// It goes into a policy: one origin and nothing that begins another directive.
const isOrigin = (text: string): boolean =>
  /^https?:\/\/[\w.:[\]-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text
