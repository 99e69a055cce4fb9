import { OutboundError } from '@/lib/outbound/errors'
import type { Profile } from '../profiles/profile'
import { check, type Wire } from '../wire'
import { type OpenGraph, readOpenGraph } from './open-graph'

/** A link in an answer as a card. `host` is where it really leads; all texts are hostile input. */
export type Card = OpenGraph & { url: string; host: string }

const mostCards = 5

/** Cards for the first links that have one, in order; a page that cannot be read has none. */
export async function toCards(
  links: readonly string[],
  { profile, wire }: { profile: Profile; wire: Wire },
): Promise<Card[]> {
  const cards = await Promise.all(
    links.slice(0, mostCards).map((link) => toCard(link, profile, wire)),
  )
  return cards.filter((card) => card !== null)
}

async function toCard(link: string, profile: Profile, wire: Wire): Promise<Card | null> {
  let url = link
  for (let redirects = 0; redirects <= 3; redirects += 1) {
    try {
      const { status, headers, text, step } = await wire.send(
        { title: 'Look at a link', kind: 'preview' },
        {
          method: 'GET',
          url,
          headers: { accept: 'text/html', 'user-agent': profile.calling.userAgent },
        },
        { timeoutMs: 5000, maxBytes: 500_000, isEnough: (html) => /<\/head>/i.test(html) },
      )
      const next = headers.location
      if (status >= 300 && status < 400 && next !== undefined && URL.canParse(next, url)) {
        url = new URL(next, url).href
        continue
      }
      const isPage = status === 200 && (headers['content-type'] ?? '').includes('html')
      if (!isPage) return null
      const read = readOpenGraph(text, url)
      check(step, 'has og:title', /property=["']?og:title/i.test(text), '§1.4')
      return read.title === null ? null : { ...read, url, host: new URL(url).host }
    } catch (error) {
      if (error instanceof OutboundError) return null
      throw error
    }
  }
  return null
}
