import type { Chosen } from '@/lib/host/kept/conversation'

/** A host that tells nothing of the person. */
export const nobodyChosen: Chosen = { subdivision: null, locale: 'en', location: null }

const subdivision = /^([A-Z]{2})-[A-Z0-9]{1,3}$/

/** What the tester typed, as the hosts send it; null when it is no ISO 3166-2 code. */
export function readChosen(typed: string): Chosen | null {
  const code = typed.trim().toUpperCase()
  if (code === '') return nobodyChosen
  const [, country] = code.match(subdivision) ?? []
  if (!country) return null
  const region = code.slice(3)
  return {
    subdivision: code,
    locale: 'en',
    location: { city: '', region, country, timezone: 'UTC' },
  }
}
