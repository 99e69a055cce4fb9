import type { Plugin } from '../plugin'
import { type View, viewType, viewUri } from '../view'
import { invalidParams, type Params, RpcError } from './message'
import { type Result, toMembers } from './result'

export type ViewResource = { uri: string; listed: object; read: Result }

export function viewsOf(plugin: Plugin, domain: string | undefined): Map<string, ViewResource> {
  const views = plugin.catalog.operations.flatMap(({ view }) => view ?? [])
  return new Map(
    views.map((view) => [viewUri(view), toResource(view, metaOf(view, plugin.origin(), domain))]),
  )
}

function toResource(view: View, _meta: object): ViewResource {
  const uri = viewUri(view)
  const mimeType = viewType
  return {
    uri,
    listed: { uri, name: view.name, title: view.title, mimeType, _meta },
    read: {
      members: toMembers({ contents: [{ uri, mimeType, text: view.html, _meta }] }),
      cacheable: true,
    },
  }
}

/** MCP Apps 2026-01-26, McpUiResourceMeta; what is not named here the sandbox does not load. */
function metaOf(view: View, origin: string, domain: string | undefined) {
  return {
    ui: {
      csp: {
        connectDomains: view.connectDomains ?? [],
        resourceDomains: [origin, ...(view.resourceDomains ?? [])],
      },
      ...(domain && { domain }),
      ...(view.prefersBorder !== undefined && { prefersBorder: view.prefersBorder }),
    },
    // ChatGPT opens links of ours without asking only where this older key names us.
    'openai/widgetCSP': { redirect_domains: [origin] },
  }
}

export function readView(
  views: Map<string, ViewResource>,
  { uri }: Params,
  notFound: number,
): Result {
  if (typeof uri !== 'string') throw new RpcError(invalidParams, 'uri must be a string.')
  const found = views.get(uri)
  if (!found) throw new RpcError(notFound, 'There is no resource at this uri.', 200, { uri })
  return found.read
}
