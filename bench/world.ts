import { randomUUID } from 'node:crypto'
import { db } from '@/lib/data/db'
import { addClient } from '@/lib/oauth/clients/registered'
import { getKeys } from '@/lib/oauth/keys'
import { hashPassword } from '@/lib/people/passwords'
import { openSession, sessionCookie } from '@/lib/session/browser-session'
import { bookStay } from '@/lib/stays/booking'
import { addDays, earliestCheckIn } from '@/lib/stays/dates'
import { searchStays } from '@/lib/stays/search'

export const password = 'correct horse battery staple'

/** A person with five reservations, eight people who will sign in, and a client. */
export async function createWorld() {
  const passwordHash = await hashPassword(password)
  const people = Array.from({ length: 9 }, (_, number) => ({
    id: randomUUID(),
    email: `bench-${number}@example.com`,
    name: 'Bench',
    passwordHash,
  }))
  await db().account.createMany({ data: people })
  const [person, ...visitors] = people
  if (!person) throw new Error('no person')
  const { stays } = await searchStays({ where: 'Paris' })
  for (const [number, stay] of stays.slice(0, 5).entries()) {
    const checkIn = addDays(earliestCheckIn(), 30 + number)
    await db().$transaction((tx) =>
      bookStay(tx, {
        accountId: person.id,
        stay: stay.slug,
        checkIn,
        checkOut: addDays(checkIn, 2),
        guests: 1,
        actionId: randomUUID(),
      }),
    )
  }
  const client = await addClient({
    preset: 'custom',
    redirectUris: ['https://host.example/callback'],
  })
  const cookie = `${sessionCookie().name}=${await openSession(person.id)}`
  const [jwk] = (await getKeys()).jwks
  return {
    person,
    visitors: visitors.map(({ email }) => email),
    client: { id: client.clientId, secret: client.clientSecret },
    cookie,
    jwk,
  }
}

/** What the consent page would have done: allows the client everything it asks for. */
export async function consent(world: Awaited<ReturnType<typeof createWorld>>, origin: string) {
  const scope = 'reservations:read reservations:write'
  const payload = {
    iat: 0,
    openid: { scope },
    resources: { [`${origin}/api`]: scope },
  }
  await db().grant.create({
    data: {
      id: randomUUID(),
      accountId: world.person.id,
      clientId: world.client.id,
      redirectUri: 'https://host.example/callback',
      payload: JSON.stringify(payload),
      expiresAt: new Date(Date.now() + 86_400_000),
      // Only a connection in use is remembered.
      artifacts: { create: { kind: 'RefreshToken', id: randomUUID(), payload: '{}' } },
    },
  })
}
