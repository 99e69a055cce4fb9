import type { Catalog } from '@/lib/plugin/catalog'
import { mcpResource } from '@/lib/resources'

type About = { name: string; tagline: string; descriptionForModel: string }

/** llmstxt.org: a title, a summary and lists of links, for whoever builds with an assistant. */
export function toLlmsTxt(origin: string, about: About, catalog: Catalog): string {
  const link = (title: string, url: string, notes: string) => `- [${title}](${url}): ${notes}`
  const operations = catalog.operations.map(({ name, summary, description }) =>
    link(name, `${origin}/docs`, `${summary}. ${description}`),
  )
  return [
    `# ${about.name}`,
    '',
    `> ${about.tagline}`,
    '',
    about.descriptionForModel,
    '',
    '## Connect',
    '',
    link('Add it to an assistant', `${origin}/connect`, 'what each host needs'),
    link('MCP', mcpResource(origin), 'Streamable HTTP, with OAuth'),
    link('OpenAPI 3.1', `${origin}/openapi.json`, 'every operation over REST'),
    link('OpenAPI 3.0', `${origin}/openapi-3.0.json`, 'the same for older readers'),
    link('Plugin manifest', `${origin}/.well-known/ai-plugin.json`, 'ChatGPT plugin, version 1'),
    link('Copilot manifest', `${origin}/copilot/ai-plugin.json`, 'Microsoft 365 Copilot'),
    link(
      'Authorization server',
      `${origin}/.well-known/oauth-authorization-server`,
      'OAuth 2 metadata, RFC 8414',
    ),
    '',
    '## Operations',
    '',
    ...operations,
    '',
    '## Optional',
    '',
    link('Docs', `${origin}/docs`, 'try each operation in a browser'),
    link('Support', `${origin}/support`, 'how to reach a person'),
    link('Privacy', `${origin}/privacy`, 'what is stored and for how long'),
    link('Terms', `${origin}/legal`, 'the terms of use'),
    '',
  ].join('\n')
}
