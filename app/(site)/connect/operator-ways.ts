import type { HostId } from '@/lib/hosts'
import { mcpResource } from '@/lib/resources'
import type { Plugin, Way } from './way'

type Id = Extract<HostId, 'm365' | 'gemini' | 'gpt-action' | 'openapi'>

/** Hosts that are given a client ID and a secret, which the operator of the site makes. */
export function operatorWays({ origin }: Plugin): Record<Id, Way> {
  return {
    m365: {
      snippets: [
        {
          label: 'Register it here',
          text: 'npm run client -- add --preset m365-copilot',
        },
        { label: 'Make the app package', text: 'npm run package -- copilot --reference-id ID' },
        { label: 'Manifest', text: `${origin}/copilot/ai-plugin.json` },
      ],
      steps: [
        'In the Teams developer portal, add an OAuth client registration with the client ID and secret that the first command prints and the addresses above. It shows the ID that the second command takes.',
        'Upload the package in the Microsoft 365 admin center or, for yourself, in Teams under Apps, Manage your apps.',
      ],
      asks: 'It sends a person here to sign in and say yes, asks once before it uses an operation, and every time before it changes anything.',
    },
    gemini: {
      snippets: [
        { label: 'MCP server URL', text: mcpResource(origin) },
        {
          label: 'Register Gemini Enterprise here',
          text: 'npm run client -- add --preset gemini-enterprise',
        },
      ],
      steps: [
        'In Gemini Enterprise, add a data store of the kind “Custom MCP server” with these addresses, and the client ID and secret that the command prints.',
        'In Copilot Studio, choose Tools, Add a tool, New tool, Model Context Protocol, and OAuth 2.0 with dynamic discovery: that needs the URL alone.',
      ],
      asks: 'It sends a person here to sign in and say yes.',
    },
    'gpt-action': {
      snippets: [
        { label: 'Schema to import', text: `${origin}/gpt-action/openapi.json` },
        {
          label: 'Register it here',
          text: 'npm run client -- add --preset gpt-action --id ID',
        },
      ],
      steps: [
        'In the GPT’s editor, add an action and import the schema. Save it, and it shows its callback URL: the ID in the command is from there.',
        'Choose OAuth, and paste the client ID and secret that the command prints, the addresses and the scopes.',
        'OpenAI is retiring custom GPTs: for something new, add the plugin to ChatGPT instead.',
      ],
      asks: 'It sends a person here to sign in and say yes, and asks before it changes anything.',
    },
    openapi: {
      snippets: [
        { label: 'OpenAPI 3.1', text: `${origin}/openapi.json` },
        { label: 'OpenAPI 3.0', text: `${origin}/openapi-3.0.json` },
        { label: 'Plugin manifest', text: `${origin}/.well-known/ai-plugin.json` },
        { label: 'Register it here', text: 'npm run client -- add --redirect URL' },
      ],
      steps: [
        'Give the client the document or, if it reads plugins of 2023, the manifest. It shows you a callback URL: register it with the command, and paste the client ID and secret that it prints, with the addresses above.',
      ],
      asks: 'It sends a person here to sign in and say yes.',
    },
  }
}
