import { mcpProfiles } from './profiles/mcp'
import { openApiProfiles } from './profiles/openapi'
import type { Profile } from './profiles/profile'

/** The hosts that the playground plays. */
export const profiles = { ...openApiProfiles, ...mcpProfiles } satisfies Record<string, Profile>

export type ProfileId = keyof typeof profiles

export const isProfileId = (id: string): id is ProfileId => Object.hasOwn(profiles, id)

export const profileIds = Object.keys(profiles) as ProfileId[]
