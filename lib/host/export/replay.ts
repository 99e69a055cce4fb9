import { OutboundError } from '@/lib/outbound/errors'
import type { Sending } from '@/lib/outbound/send'
import { isObject, own, ownObject, ownText, parseJson } from '../json'
import type { Wire } from '../wire'
import { differences } from './differences'

export type Replayed = { title: string; url: string; differences: string[] }

/** The text is no HAR of the playground, or nothing was called in it. */
export class NoCalls extends Error {}

/** The token of one plugin is nothing for another, and a file may name any. */
export class SeveralSites extends Error {}

type Call = { title: string; sending: Sending; status: number; text: string }

/**
 * Makes every call of a HAR again and says what differs in status or shape. Tokens are covered in the
 * file: `bearer` stands in where one was sent. Throws NoCalls, or SeveralSites where it would go to more
 * than one.
 */
export async function replay(har: string, bearer: string | null, wire: Wire): Promise<Replayed[]> {
  const replayed: Replayed[] = []
  for (const { title, sending, status, text } of callsIn(har, bearer)) {
    const found = await compare(sending, { status, text }, wire)
    replayed.push({ title, url: sending.url, differences: found })
  }
  return replayed
}

async function compare(
  sending: Sending,
  before: { status: number; text: string },
  wire: Wire,
): Promise<string[]> {
  try {
    const limits = { timeoutMs: 45_000, maxBytes: 600_000 }
    const heard = await wire.send({ title: 'Replay', kind: 'call' }, sending, limits)
    const found =
      heard.status === before.status ? [] : [`status was ${before.status} and is ${heard.status}`]
    return [...found, ...differences(parseJson(before.text), parseJson(heard.text))]
  } catch (error) {
    if (error instanceof OutboundError) return [`no answer: ${error.reason}`]
    throw error
  }
}

function callsIn(har: string, bearer: string | null): Call[] {
  const entries = own(ownObject(parseJson(har), 'log'), 'entries')
  const calls = (Array.isArray(entries) ? entries : []).flatMap((entry) => toCall(entry, bearer))
  if (calls.length === 0) throw new NoCalls()
  requireOneSite(calls)
  return calls
}

function requireOneSite(calls: Call[]): void {
  const authorized = calls.filter(({ sending }) => Object.hasOwn(sending.headers, 'authorization'))
  const origins = new Set(
    authorized.map(({ sending: { url } }) => (URL.canParse(url) ? new URL(url).origin : url)),
  )
  if (origins.size < 2) return
  const sites = [...origins].join(', ')
  throw new SeveralSites(
    `Calls with a token go to ${sites}. It is for one of them: remove the others.`,
  )
}

function toCall(entry: unknown, bearer: string | null): Call[] {
  const request = ownObject(entry, 'request')
  const response = ownObject(entry, 'response')
  const url = ownText(request, 'url')
  const status = Number(own(response, 'status'))
  if (own(entry, '_kind') !== 'call' || request === null || url === null || !(status > 0)) return []
  const body = ownText(ownObject(request, 'postData'), 'text')
  return [
    {
      title: ownText(entry, 'comment') ?? url,
      status,
      text: ownText(ownObject(response, 'content'), 'text') ?? '',
      sending: {
        method: (ownText(request, 'method') ?? 'GET') as Sending['method'],
        url,
        headers: headersOf(own(request, 'headers'), bearer),
        ...(body !== null && { body }),
      },
    },
  ]
}

function headersOf(pairs: unknown, bearer: string | null): Record<string, string> {
  const headers = (Array.isArray(pairs) ? pairs : []).filter(isObject).flatMap((pair) => {
    const name = ownText(pair, 'name')?.toLowerCase()
    const value = ownText(pair, 'value')
    if (!name || value === null || name === 'content-length') return []
    if (name !== 'authorization') return value.includes('…') ? [] : [[name, value] as const]
    return bearer === null ? [] : [[name, `Bearer ${bearer}`] as const]
  })
  return Object.fromEntries(headers)
}
