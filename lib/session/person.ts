import { headers } from 'next/headers'
import { cache } from 'react'
import { findPerson, type Person } from './browser-session'

export type { Person } from './browser-session'

export const getCookieHeader = async (): Promise<string> => (await headers()).get('cookie') ?? ''

/** Who is signed in, or null; asked once a request. */
export const getPerson = cache(async () => findPerson(await getCookieHeader()))

/** Signed in within ten minutes: a session that somebody else got hold of is older. */
export const isFresh = (person: Person): boolean => Date.now() / 1000 - person.signedInAt < 600
