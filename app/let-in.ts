import { accept } from '@/lib/letting-in'
import { mayConnect } from '@/lib/released'
import { actorOf } from '@/lib/session/actor'
import type { Person } from '@/lib/session/person'

/** Whether this person may connect apps; an invitation to their proved address is accepted on the way. */
export async function isLetInHere(person: Person): Promise<boolean> {
  if (await mayConnect(person.id)) return true
  return (await accept(person, null, await actorOf(person))) && mayConnect(person.id)
}
