import { install } from '@/lib/host/install'
import type { Installation } from '@/lib/host/installation'
import { profiles } from '@/lib/host/profiles'
import { createWire } from '@/lib/host/wire'
import { StopError } from '../stop'

/** One host for each surface, and where it looks for the plugin. */
const surfaces = [
  { profile: profiles['chatgpt-2023'], path: '' },
  { profile: profiles['gpt-action'], path: '/openapi.json' },
  { profile: profiles.chatgpt, path: '/mcp' },
]

/** The plugin as each kind of host sees it. */
export const installAll = (origin: string): Promise<Installation[]> =>
  Promise.all(
    surfaces.map(async ({ profile, path }) => {
      const address = `${origin.replace(/\/$/, '')}${path}`
      const { installation, problems } = await install(address, {
        ...{ profile, wire: createWire(true) },
      })
      if (installation !== null) return installation
      const codes = problems.map(({ code }) => code).join(', ')
      throw new StopError(`${profile.name} cannot install ${address}: ${codes}.`)
    }),
  )
