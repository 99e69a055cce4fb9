import { notFound } from 'next/navigation'
import { env } from '@/lib/env'
import { standingOf } from '@/lib/release/standing'
import { getPerson, type Person } from '@/lib/session/person'

/** Who plays: operators and testers, on one's own machine anybody who is signed in; null: sign in first. */
export async function getPlayer(): Promise<Person | null> {
  const person = await getPerson()
  const isLetIn = person !== null && (await standingOf(person.id)) !== 'stranger'
  return env().local || isLetIn ? person : notFound()
}

/** For forms and route files: whoever is not signed in finds nothing there. */
export const requirePlayer = async (): Promise<Person> => (await getPlayer()) ?? notFound()
