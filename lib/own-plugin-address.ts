import type { ProfileId } from '@/lib/host/profiles'

const paths: Record<ProfileId, string> = {
  'chatgpt-2023': '',
  'gpt-action': '/openapi.json',
  copilot: '/copilot/ai-plugin.json',
  chatgpt: '/mcp',
  claude: '/mcp',
  vscode: '/mcp',
}

/** Where a host of this profile is told to find the plugin that is served at `origin`. */
export const ownPluginAddress = (origin: string, profile: ProfileId): string =>
  origin + paths[profile]
