import { product } from '@/lib/product'
import { mcpResource } from '@/lib/resources'
import { releaseVersion } from './release'
import { type Files, toJsonFile } from './zip'

/** A plugin for Claude Code: who we are, and where the MCP server is; Claude finds the tools itself. */
export async function toClaudePackage(origin: string): Promise<Files> {
  const plugin = {
    // Lower case, digits and hyphens.
    name: product.nameForModel.toLowerCase(),
    version: await releaseVersion(),
    description: product.descriptionForHuman,
    author: { name: product.name, email: product.contactEmail, url: origin },
    homepage: origin,
  }
  const server = { type: 'http', url: mcpResource(origin) }
  return {
    '.claude-plugin/plugin.json': toJsonFile(plugin),
    '.mcp.json': toJsonFile({ mcpServers: { [plugin.name]: server } }),
  }
}
