import { randomUUID } from 'node:crypto'
import { db } from '@/lib/data/db'
import { findPerson, openSession, sessionCookie } from '@/lib/session/browser-session'
import { type Browser, createBrowser } from './browser'

export type TestPerson = { id: string; email: string; sessionId: string; browser: Browser }

/** A person who is signed in in a browser of their own. */
export async function createPerson(browser = createBrowser()): Promise<TestPerson> {
  const id = randomUUID()
  const email = `${id}@example.com`
  await db().account.create({ data: { id, email, name: 'Ada', passwordHash: 'none' } })
  browser.setCookie(sessionCookie().name, await openSession(id))
  const person = await findPerson(browser.cookies())
  return { id, email, sessionId: String(person?.sessionId), browser }
}
