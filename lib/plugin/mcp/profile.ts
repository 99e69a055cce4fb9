import { z } from 'zod'
import { plain } from '@/lib/untrusted'
import type { Operation } from '../catalog'
import type { Plugin } from '../plugin'

// OpenAI asks for exactly this shape, and blocks the connection when an answer has another.
const Profile = z.strictObject({
  id: z.string().min(1).regex(/\S/),
  name: plain(100).optional(),
  email: z.string().optional(),
  nickname: z.string().optional(),
})

/** By which a host tells several accounts of one person apart; called by the host, not by a model. */
export const profileOperation = (profile: NonNullable<Plugin['profile']>): Operation => ({
  name: 'getProfile',
  method: 'GET',
  path: '/profile',
  scope: 'openid',
  effect: 'read',
  summary: 'Get the profile',
  description: 'Tells which account is connected.',
  input: z.strictObject({}),
  output: Profile,
  examples: [],
  fields: [],
  meta: { 'openai/profile': true },
  async handler(_input, { caller }) {
    if (!caller) return {}
    const { id, name, email } = await profile(caller)
    return {
      id,
      ...(name && caller.scopes.has('profile') && { name }),
      ...(email && caller.scopes.has('email') && { email }),
    }
  },
})
