import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Attribute = { key: string; value: { stringValue?: string; intValue?: number | string } }

export type SentSpan = {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
  attributes: Attribute[]
}

/** As much of an OTLP/HTTP collector as it takes to be sent spans and metrics, as JSON. */
export async function startCollector() {
  const bodies: { path: string; text: string }[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    bodies.push({ path: String(request.url), text: Buffer.concat(chunks).toString('utf8') })
    response.setHeader('content-type', 'application/json').end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const sent = (path: string) =>
    bodies.filter((body) => body.path === path).map((body) => JSON.parse(body.text))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    text: () => bodies.map(({ text }) => text).join('\n'),
    resources: (): Attribute[] =>
      sent('/v1/traces').flatMap(({ resourceSpans }) => resourceSpans[0].resource.attributes),
    spans: (): SentSpan[] =>
      sent('/v1/traces').flatMap(({ resourceSpans }) =>
        resourceSpans.flatMap(({ scopeSpans }: { scopeSpans: { spans: SentSpan[] }[] }) =>
          scopeSpans.flatMap(({ spans }) => spans),
        ),
      ),
    metrics: (): string[] =>
      sent('/v1/metrics').flatMap(({ resourceMetrics }) =>
        resourceMetrics.flatMap(
          ({ scopeMetrics }: { scopeMetrics: { metrics: { name: string }[] }[] }) =>
            scopeMetrics.flatMap(({ metrics }) => metrics.map(({ name }) => name)),
        ),
      ),
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
