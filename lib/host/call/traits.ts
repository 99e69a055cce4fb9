import { createHmac } from 'node:crypto'
import { keyFor } from '@/lib/secrets'

/** Who and where the person is, as far as a host tells a plugin. */
export type Traits = {
  /** UUIDs, as ChatGPT's. */
  conversationId: string
  ephemeralUserId: string
  /** ISO 3166-2, for example `US-CA`; null is not sent. */
  subdivision: string | null
  /** `g-` and 32 hex digits. */
  gptId: string
  /** BCP 47. */
  locale: string
  location: { city: string; region: string; country: string; timezone: string } | null
  /** The person, without a name. */
  subject: string
}

/** The traits of an account in a conversation; the ephemeral id changes at midnight UTC (§1.4). */
export function toTraits(
  accountId: string,
  conversationId: string,
  chosen: Pick<Traits, 'subdivision' | 'locale' | 'location'>,
  now = new Date(),
): Traits {
  const day = now.toISOString().slice(0, 10)
  return {
    ...chosen,
    conversationId: toUuid(`conversation ${conversationId}`),
    ephemeralUserId: toUuid(`user ${accountId} ${day}`),
    gptId: `g-${toUuid(`gpt ${accountId}`).replaceAll('-', '')}`,
    subject: toUuid(`subject ${accountId}`),
  }
}

/** Version 5 by its form, as in captures; nobody can tell an account from it. */
function toUuid(name: string): string {
  const bytes = createHmac('sha256', keyFor('playground ids')).update(name).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
