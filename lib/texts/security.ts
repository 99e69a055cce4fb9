import type { Document } from '@/lib/document'
import { env } from '@/lib/env'

const halfAYear = 180 * 24 * 60 * 60 * 1000

const today = () => new Date().toISOString().slice(0, 10)

/** RFC 9116. Expires is kept less than a year ahead (§2.5.5) by making the text anew each day. */
export const securityTxt = {
  type: 'text/plain; charset=utf-8',
  edition: today,
  text: () => {
    const { origin, securityContact } = env()
    return [
      `Contact: ${securityContact ?? `${origin}/support`}`,
      `Expires: ${new Date(Date.parse(today()) + halfAYear).toISOString()}`,
      'Preferred-Languages: en',
      `Canonical: ${origin}/.well-known/security.txt`,
      '',
    ].join('\n')
  },
} satisfies Document
