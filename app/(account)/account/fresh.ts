import { redirect } from 'next/navigation'
import { signInAgainHref } from '@/app/ui/hrefs'
import { getPerson, isFresh, type Person } from '@/lib/session/person'

/** For what a session that somebody got hold of must not do; leads back to `page`. */
export async function requireFresh(page: string): Promise<Person> {
  const person = await getPerson()
  return person && isFresh(person) ? person : redirect(signInAgainHref(page))
}
