import type { Listing } from '@/lib/listing/listing'
import { mcpResource } from '@/lib/resources'
import packageJson from '@/package.json' with { type: 'json' }
import { type Files, toJsonFile } from './zip'

/** A plugin for Claude Code: who we are, and where the MCP server is; Claude finds the tools itself. */
export function toClaudePackage(origin: string, listing: Listing): Files {
  const plugin = {
    // Lower case, digits and hyphens.
    name: listing.nameForModel.toLowerCase(),
    version: packageJson.version,
    description: listing.descriptionForHuman,
    author: { name: listing.name, email: listing.contactEmail, url: origin },
    homepage: origin,
  }
  const server = { type: 'http', url: mcpResource(origin) }
  return {
    '.claude-plugin/plugin.json': toJsonFile(plugin),
    '.mcp.json': toJsonFile({ mcpServers: { [plugin.name]: server } }),
  }
}
