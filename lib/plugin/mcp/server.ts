import type { Plugin } from '../plugin'
import { sessionHeaders } from './ask-person'
import { handshakeVersions, metaKey, statelessVersions } from './eras'
import type { Params } from './message'
import { type Prompts, promptsOf } from './prompts'
import { type Result, toMembers } from './result'
import { type Tool, toolsOf } from './tools'
import { type ViewResource, viewsOf } from './views'

/** What the plugin calls itself to MCP clients. */
export type About = {
  /** For programs: letters and digits. */
  name: string
  title: string
  version: string
  description: string
  /** What a model is told; hosts may show it no more than the first 512 characters. */
  instructions: string
  /** A PNG of 512². */
  iconUrl: string
  /** The sandbox's own host for views, where a host asks for one (MCP Apps, `ui.domain`). */
  viewDomain?: string
}

/** All that does not change from one request to the next, made once a process. */
export type Server = {
  plugin: Plugin
  tools: Map<string, Tool>
  views: Map<string, ViewResource>
  prompts: Prompts
  /** The member of a result's `_meta` that says who answers. */
  signature: string
  initialize: (params: Params) => Result
  discovered: Result
}

export function createServer(plugin: Plugin, about: About): Server {
  const tools = toolsOf(plugin)
  const views = viewsOf(plugin, about.viewDomain)
  const origin = plugin.origin()
  const serverInfo = {
    name: about.name,
    title: about.title,
    version: about.version,
    description: about.description,
    websiteUrl: origin,
    icons: [{ src: about.iconUrl, mimeType: 'image/png', sizes: ['512x512'] }],
  }
  const { instructions } = about
  const capabilities = {
    tools: {},
    prompts: {},
    ...(views.size > 0 && {
      resources: {},
      extensions: { 'io.modelcontextprotocol/ui': {} },
    }),
  }
  return {
    plugin,
    tools,
    views,
    prompts: promptsOf(plugin.catalog),
    signature: toMembers({
      [metaKey.serverInfo]: { name: about.name, title: about.title, version: about.version },
    }),
    initialize: (params) => {
      const protocolVersion = agreedOn(params.protocolVersion)
      return {
        members: toMembers({ protocolVersion, capabilities, serverInfo, instructions }),
        headers: sessionHeaders(params, protocolVersion),
      }
    },
    discovered: {
      members: toMembers({ supportedVersions: statelessVersions, capabilities, instructions }),
      signature: toMembers({ [metaKey.serverInfo]: serverInfo }),
      cacheable: true,
    },
  }
}

// The client leaves if it cannot speak what it is offered instead.
const agreedOn = (asked: unknown) =>
  handshakeVersions.find((version) => version === asked) ?? handshakeVersions[0]
