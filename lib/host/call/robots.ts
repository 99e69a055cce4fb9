import robotsParser from 'robots-parser'
import { OutboundError } from '@/lib/outbound/errors'
import type { Acting } from '../install'
import { check } from '../wire'

type Rules = { text: string; until: number }

/** Asked for every few minutes and not before each call. */
const kept = new Map<string, Rules>()
const mostKept = 200
const freshFor = 5 * 60_000
/** Of rules, each of which is walked along the whole address: a longer file is read as none. */
const mostBytes = 100_000

/** Whether robots.txt lets this host in (RFC 9309); what cannot be had allows everything. */
export async function isLetIn(url: string, acting: Acting): Promise<boolean> {
  const agent = acting.profile.calling.robots
  if (agent === null) return true
  const place = `${new URL(url).origin}/robots.txt`
  const known = kept.get(place)
  if (known && known.until > Date.now()) return isAllowed(place, known.text, url, agent)
  const isIn = isAllowed(place, await ask(place, acting), url, agent)
  const step = acting.wire.steps.at(-1)
  if (step) check(step, `${agent} may come in`, isIn, '§1.4')
  return isIn
}

async function ask(place: string, acting: Acting): Promise<string> {
  const text = await read(place, acting)
  const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  kept.set(place, { text, until: Date.now() + freshFor })
  return text
}

async function read(place: string, { wire, profile }: Acting): Promise<string> {
  try {
    const { status, text } = await wire.send(
      { title: 'Ask robots.txt', kind: 'install' },
      { method: 'GET', url: place, headers: { 'user-agent': profile.calling.userAgent } },
      { timeoutMs: 5000, maxBytes: mostBytes },
    )
    return status === 200 ? text : ''
  } catch (error) {
    if (error instanceof OutboundError) return ''
    throw error
  }
}

const isAllowed = (place: string, text: string, url: string, agent: string): boolean =>
  robotsParser(place, text).isAllowed(url, agent) !== false
