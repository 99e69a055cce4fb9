import { notFound } from 'next/navigation'
import { env } from '@/lib/env'
import { standingOf } from '@/lib/release/standing'
import { getPerson, type Person } from '@/lib/session/person'

/** Operators and testers, and on one's own machine anybody. */
export const mayPlay = async (person: Person | null): Promise<boolean> =>
  env().local || (await standingOf(person?.id ?? null)) !== 'stranger'

/** Who plays; null: sign in first. */
export async function getPlayer(): Promise<Person | null> {
  const person = await getPerson()
  return (await mayPlay(person)) ? person : notFound()
}

/** For forms and route files: whoever is not signed in finds nothing there. */
export const requirePlayer = async (): Promise<Person> => (await getPlayer()) ?? notFound()
