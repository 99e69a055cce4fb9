import { approveAction, listWaiting, lookAt } from '@/lib/held-actions'

/** A person says yes to all that waits for them, as they would on its page. */
export async function sayYes(accountId: string): Promise<string[]> {
  const statuses: string[] = []
  for (const { id } of await listWaiting(accountId)) {
    const seen = await lookAt(accountId, id)
    if (!seen?.now || 'impossible' in seen.now) statuses.push('impossible')
    else statuses.push((await approveAction(accountId, id, seen.now.seen)).status)
  }
  return statuses
}
