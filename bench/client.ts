import { Agent, request } from 'node:http'

export type Answer = { status: number; location: string; setCookie: string[]; body: string }

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** One request over a kept connection: the cheapest client that Node has by itself. */
export function send(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, ...options }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location ?? '',
          setCookie: response.headers['set-cookie'] ?? [],
          body,
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(options.body)
  })
}

export const postForm = (url: string, form: Record<string, string>, cookie = '') =>
  send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    body: new URLSearchParams(form).toString(),
  })

/** Runs `work` in `inFlight` loops for `ms`; resolves to how often it ended and how long each took. */
export async function load(
  work: (lane: number) => Promise<void>,
  { ms, inFlight }: { ms: number; inFlight: number },
): Promise<{ perSecond: number; latencies: number[] }> {
  const latencies: number[] = []
  const start = performance.now()
  const lane = async (number: number) => {
    while (performance.now() - start < ms) {
      const before = performance.now()
      await work(number)
      latencies.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, (_, number) => lane(number)))
  return { perSecond: latencies.length / ((performance.now() - start) / 1000), latencies }
}

export function quantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
}

export const median = (values: number[]): number => quantile(values, 0.5)
