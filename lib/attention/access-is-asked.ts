import { countRequests } from '@/lib/release/requests'
import type { Check } from './attention'

export const accessIsAsked: Check = async () => {
  const waiting = await countRequests()
  if (waiting === 0) return null
  return {
    what: waiting === 1 ? 'Somebody asks to be let in' : `${waiting} people ask to be let in`,
    why: 'They were turned away because the plugin is not public, and wait for an answer.',
    href: '/admin/release/requests',
    button: 'Answer them',
  }
}
