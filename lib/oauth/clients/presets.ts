import { PublicError } from '@/lib/errors'

export type Surface = 'api' | 'mcp'

export type Preset = {
  name: string
  /** What operators call the host where presets are chosen. */
  title: string
  redirectUris: string[]
  surface?: Surface
}

/**
 * How each host calls back. `{id}` is the id that the host gives to the plugin or GPT, known only
 * after it was saved there. Hosts that are not named here use `custom`.
 */
export const presets: Record<string, Preset> = {
  'chatgpt-plugin': {
    name: 'ChatGPT',
    title: 'ChatGPT plugin',
    redirectUris: ['https://chat.openai.com/aip/{id}/oauth/callback'],
  },
  'gpt-action': {
    name: 'ChatGPT',
    title: 'GPT with actions',
    redirectUris: [
      'https://chat.openai.com/aip/{id}/oauth/callback',
      'https://chatgpt.com/aip/{id}/oauth/callback',
    ],
  },
  'm365-copilot': {
    name: 'Microsoft 365 Copilot',
    title: 'Microsoft 365 Copilot',
    redirectUris: ['https://teams.microsoft.com/api/platform/v1.0/oAuthRedirect'],
  },
  'gemini-enterprise': {
    name: 'Gemini Enterprise',
    title: 'Gemini Enterprise',
    redirectUris: ['https://vertexaisearch.cloud.google.com/oauth-redirect'],
    surface: 'mcp',
  },
  custom: { name: 'Custom client', title: 'Another host', redirectUris: [] },
}

export function requirePreset(name: string): Preset {
  const preset = Object.hasOwn(presets, name) ? presets[name] : undefined
  if (preset) return preset
  const names = Object.keys(presets).join(', ')
  throw new PublicError('invalid_request', `There is no preset ${name}. There are ${names}.`)
}

/** Whether the host's callback is known only once it gave an id. */
export const needsHostId = ({ redirectUris }: Preset): boolean =>
  redirectUris.some((uri) => uri.includes('{id}'))

/** The callbacks of a host that gave this id. Throws PublicError `invalid_request` for what is none. */
export function toRedirectUris({ redirectUris }: Preset, hostId: string): string[] {
  if (!/^[\w-]{1,100}$/.test(hostId)) {
    throw new PublicError('invalid_request', 'The id that the host gave has letters, digits and -.')
  }
  return redirectUris.map((uri) => uri.replace('{id}', hostId))
}
