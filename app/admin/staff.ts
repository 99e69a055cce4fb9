import { notFound, redirect } from 'next/navigation'
import { signInAgainHref } from '@/app/ui/hrefs'
import type { Actor } from '@/lib/audit/audit'
import { actorOf } from '@/lib/session/actor'
import { getPerson, isFresh, type Person } from '@/lib/session/person'

const isStaff = (person: Person | null): person is Person =>
  person?.role === 'operator' || person?.role === 'analyst'

/** Who may read here. For everybody else there is nothing at this address. */
export async function requireStaff(): Promise<Person> {
  const person = await getPerson()
  return isStaff(person) ? person : notFound()
}

/** For a route file: the person, or the answer to everybody else. */
export async function requireStaffHere(): Promise<Person | Response> {
  const person = await getPerson()
  return isStaff(person) ? person : new Response('Not found', { status: 404 })
}

/** Whom an act is written down for. An analyst reads only, and is told so by the form. */
export async function getActor(): Promise<Actor | null> {
  const person = await requireStaff()
  return person.role === 'operator' ? actorOf(person) : null
}

/** For a dangerous act: who signed in a while ago does it again first, and comes back to `page`. */
export async function requireFreshActor(page: string): Promise<Actor | null> {
  const person = await requireStaff()
  if (person.role === 'operator' && !isFresh(person)) redirect(signInAgainHref(page))
  return getActor()
}
