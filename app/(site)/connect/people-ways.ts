import type { HostId } from '@/lib/hosts'
import { mcpResource } from '@/lib/resources'
import type { Plugin, Way } from './way'

type Id = Extract<
  HostId,
  'chatgpt' | 'claude' | 'claude-code' | 'codex' | 'vscode' | 'cursor' | 'mcp'
>

/** Hosts to which a person adds the plugin alone: they find the sign-in by themselves. */
export function peopleWays({ origin, name, slug }: Plugin): Record<Id, Way> {
  const url = mcpResource(origin)
  return {
    chatgpt: {
      link: { href: 'https://chatgpt.com/plugins', text: 'Open ChatGPT’s plugins' },
      snippets: [{ label: 'Server URL', text: url }],
      steps: [
        'In ChatGPT on the web, open Plugins, choose the plus button, then “Add custom MCP server”. If it is not there, turn on Developer mode under Settings, Security and login.',
        `Name it ${name}, paste the server URL and choose OAuth. Leave the client ID empty.`,
      ],
      asks: 'It warns you that OpenAI has not reviewed this plugin, then sends you here to sign in and say yes.',
    },
    claude: {
      link: { href: 'https://claude.ai/customize/connectors', text: 'Open Claude’s connectors' },
      snippets: [{ label: 'Remote MCP server URL', text: url }],
      steps: [
        `Under Customize, Connectors, choose the plus button, then “Add custom connector”. Name it ${name}, paste the URL and leave the advanced settings empty.`,
        'Choose Connect. What you connect on the web is there in Claude’s desktop and mobile apps too.',
        'In a Team or Enterprise plan, an owner adds it first.',
      ],
      asks: 'It sends you here to sign in and say yes. Later it asks before it uses a tool, until you tell it to always allow that one.',
    },
    'claude-code': {
      snippets: [
        { label: 'In a terminal', text: `claude mcp add --transport http ${slug} ${url}` },
        { label: 'Then, in Claude Code', text: '/mcp' },
      ],
      steps: [`Choose ${slug} in the list that /mcp shows, then Authenticate.`],
      asks: 'Your browser opens here, to sign in and say yes. Then it asks before it uses a tool.',
    },
    codex: {
      snippets: [
        { label: 'Add it', text: `codex mcp add ${slug} --url ${url}` },
        { label: 'Sign in', text: `codex mcp login ${slug}` },
      ],
      steps: ['The command line, the desktop app and the editor extension share this setting.'],
      asks: 'Your browser opens here, to sign in and say yes.',
    },
    vscode: {
      link: {
        href: `vscode:mcp/install?${encodeURIComponent(JSON.stringify({ name: slug, type: 'http', url }))}`,
        text: 'Add to VS Code',
      },
      snippets: [
        {
          label: 'Or in a terminal',
          text: `code --add-mcp '${JSON.stringify({ name: slug, type: 'http', url })}'`,
        },
      ],
      steps: ['Use it in the chat’s agent mode.'],
      asks: 'It asks whether you trust the server and may sign in to it; then your browser opens here.',
    },
    cursor: {
      link: {
        href: `cursor://anysphere.cursor-deeplink/mcp/install?${new URLSearchParams({ name: slug, config: btoa(JSON.stringify({ url })) })}`,
        text: 'Add to Cursor',
      },
      snippets: [
        {
          label: 'Or in .cursor/mcp.json',
          text: JSON.stringify({ mcpServers: { [slug]: { url } } }),
        },
      ],
      steps: ['In Cursor’s settings, under MCP, sign in to it.'],
      asks: 'Your browser opens here, to sign in and say yes. Then it asks before it uses a tool.',
    },
    mcp: {
      snippets: [
        { label: 'Server URL', text: url },
        { label: 'To look at it', text: 'npx @modelcontextprotocol/inspector' },
      ],
      steps: [
        'The transport is Streamable HTTP. The client finds the rest by itself: where to sign in, how to register, and what can be asked for.',
      ],
      asks: 'It opens this site in a browser, to sign in and say yes.',
    },
  }
}
