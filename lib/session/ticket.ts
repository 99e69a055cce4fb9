import { cookies } from 'next/headers'
import { z } from 'zod'
import { count } from '@/lib/data/counters'
import { env } from '@/lib/env'
import { randomToken, sealJson, unsealJson } from '@/lib/secrets'

/** Seconds between two steps of one way. */
const lifetime = 600

const Ticket = z.object({
  id: z.string(),
  until: z.number(),
  accountId: z.string().nullable(),
  challenge: z.string(),
  /** What else the next step must know. */
  payload: z.record(z.string(), z.string()).default({}),
})

export type Ticket = z.infer<typeof Ticket>

/**
 * `step`: the password was right. `passkey-…`: a passkey is asked for, to which end. `provider`: sent
 * to sign in elsewhere. `link`: an identity that waits for the owner of its address.
 */
export type TicketKind =
  | 'step'
  | 'passkey-add'
  | 'passkey-alone'
  | 'passkey-step'
  | 'provider'
  | 'link'

/** Keeps in this browser, unreadable to it, what the next step must know; it is never a session. */
export async function giveTicket(
  kind: TicketKind,
  content: { accountId: string | null; challenge?: string; payload?: Record<string, string> },
): Promise<void> {
  const ticket: Ticket = {
    id: randomToken(),
    until: Date.now() + lifetime * 1000,
    challenge: '',
    payload: {},
    ...content,
  }
  const { name, options } = cookie(kind)
  ;(await cookies()).set(name, sealJson(name, ticket), options)
}

export async function readTicket(kind: TicketKind): Promise<Ticket | null> {
  const { name } = cookie(kind)
  const value = (await cookies()).get(name)?.value
  const ticket = value ? open(name, value) : null
  return ticket && ticket.until > Date.now() ? ticket : null
}

/** True for the first who comes with it, on any process. The browser loses it in any case. */
export async function spend(kind: TicketKind, ticket: Ticket): Promise<boolean> {
  const { name, options } = cookie(kind)
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
  return (await count({ name: 'ticket', points: 1, seconds: 2 * lifetime }, ticket.id)) === 0
}

// One of an older release may have another shape.
const open = (purpose: string, sealed: string): Ticket | null =>
  Ticket.safeParse(unsealJson(purpose, sealed)).data ?? null

const cookie = (kind: TicketKind) => ({
  name: `${env().local ? '' : '__Host-'}latchkey.${kind}`,
  options: {
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    secure: !env().local,
    maxAge: lifetime,
  },
})
