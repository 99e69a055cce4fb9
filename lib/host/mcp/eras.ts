import type { JsonObject } from '../json'
import type { Profile } from '../profiles/profile'

/** The revision without handshake and sessions: each request says all there is to agree on. */
export const statelessVersion = '2026-07-28'

export const toClientInfo = (profile: Profile): JsonObject => ({
  name: profile.mcp?.clientName ?? profile.name,
  version: '1.0.0',
})

/** What this host can do: it shows views (MCP Apps) in a frame. */
export const capabilities: JsonObject = {
  extensions: { 'io.modelcontextprotocol/ui': { mimeTypes: ['text/html;profile=mcp-app'] } },
}

export const toRequestMeta = (profile: Profile): JsonObject => ({
  'io.modelcontextprotocol/protocolVersion': statelessVersion,
  'io.modelcontextprotocol/clientInfo': toClientInfo(profile),
  'io.modelcontextprotocol/clientCapabilities': capabilities,
})
