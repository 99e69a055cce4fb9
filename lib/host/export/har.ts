import { product } from '@/lib/product'
import packageJson from '@/package.json' with { type: 'json' }
import type { Transcript } from '../kept/conversation'
import type { Step } from '../wire'

/** HAR 1.2, with what only the playground knows in members that begin with `_`. */
export type Har = {
  log: { version: '1.2'; creator: { name: string; version: string }; entries: HarEntry[] }
}

export type HarEntry = ReturnType<typeof toHarEntry>

/** The wire log of a conversation; every secret in it is covered. */
export const toHar = ({ entries }: Transcript): Har => ({
  log: {
    version: '1.2',
    creator: { name: `${product.platform} playground`, version: packageJson.version },
    entries: entries.flatMap((entry) => ('steps' in entry ? entry.steps.map(toHarEntry) : [])),
  },
})

function toHarEntry({ title, kind, at, milliseconds, request, response, failure, checks }: Step) {
  const none = -1
  return {
    startedDateTime: at,
    time: milliseconds,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toPairs(request.headers),
      queryString: queryOf(request.url),
      headersSize: none,
      bodySize: request.body === null ? 0 : Buffer.byteLength(request.body),
      ...(request.body !== null && {
        postData: { mimeType: request.headers['content-type'] ?? '', text: request.body },
      }),
    },
    response: {
      status: response?.status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toPairs(response?.headers ?? {}),
      content: {
        size: Buffer.byteLength(response?.body ?? ''),
        mimeType: response?.headers['content-type'] ?? '',
        text: response?.body ?? '',
      },
      redirectURL: response?.headers.location ?? '',
      headersSize: none,
      bodySize: none,
    },
    cache: {},
    timings: { send: none, wait: milliseconds, receive: none },
    comment: title,
    _kind: kind,
    _failure: failure,
    _checks: checks,
  }
}

const toPairs = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }))

const queryOf = (url: string) =>
  URL.canParse(url) ? toPairs(Object.fromEntries(new URL(url).searchParams)) : []
