import { listSigningKeys } from '@/lib/oauth/keys'
import type { Check } from './attention'

/** Days. Nothing ends by itself, but a key that never changes is one that nobody dares to change. */
const oldest = 365

export const keyIsOld: Check = async () => {
  const signing = (await listSigningKeys()).find(({ state }) => state === 'signs')
  const days = signing ? Math.floor((Date.now() - signing.signsFrom.getTime()) / 86_400_000) : 0
  if (days < oldest) return null
  return {
    what: 'The signing key is more than a year old',
    why: `It has signed for ${days} days. A new one is published before it signs: no call fails.`,
    href: '/admin/keys',
    button: 'Rotate the key',
  }
}
