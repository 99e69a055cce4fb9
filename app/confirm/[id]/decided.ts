import { readState } from '@/lib/held-actions'

/** Whether this person's page of that id asks nothing any more: decided, or too late. */
export async function isDecided(personId: string, id: string): Promise<boolean> {
  const state = await readState(personId, id)
  return state !== null && state !== 'waiting' && state !== 'running'
}
