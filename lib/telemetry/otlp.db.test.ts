import { afterAll, beforeAll, expect, it } from 'vitest'
import { env } from '@/lib/env'
import { startCollector } from '@/lib/testing/collector'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { telemetry } from './start'

let collector: Awaited<ReturnType<typeof startCollector>>

serveEndpoints()

beforeAll(async () => {
  collector = await startCollector()
  Object.assign(process.env, {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_SERVICE_NAME: 'stays-of-the-test',
    OTEL_BSP_SCHEDULE_DELAY: '100',
    OTEL_METRIC_EXPORT_INTERVAL: '300',
    OTEL_METRIC_EXPORT_TIMEOUT: '200',
  })
  await telemetry()
})

afterAll(() => collector.stop())

it('sends a trace of each request with its call and its statements, and the figures', async () => {
  const client = await linking.createClient()
  const { access, refresh } = await linking.link(await createPerson(), client)
  const response = await linking.callApi(access, '/api/reservations?token=pLaNtEd', {
    headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
  })
  expect(response.status).toBe(400)
  expect((await linking.callApi(access)).status).toBe(200)
  await fetch(`${env().origin}/oauth/authorize?code=pLaNtEd&client_id=pLaNtEd`)
  const named = (name: string) => collector.spans().filter((span) => span.name === name)
  await expect.poll(() => named('GET /api/*').length, { timeout: 5000 }).toBe(2)
  await expect.poll(() => named('call listReservations').length).toBe(2)
  const [, request] = named('GET /api/*')
  const call = named('call listReservations').find(
    ({ parentSpanId }) => parentSpanId === request?.spanId,
  )
  expect(call?.attributes).toContainEqual({
    key: 'latchkey.outcome',
    value: { stringValue: 'ok' },
  })
  const below = collector.spans().filter(({ parentSpanId }) => parentSpanId === call?.spanId)
  expect(below.map(({ attributes }) => attributes[0]?.value.stringValue)).toContain('postgresql')
  // A stranger's trace is not ours to go on with.
  expect(collector.spans().map(({ traceId }) => traceId)).not.toContain(
    '0af7651916cd43dd8448eb211c80319c',
  )
  expect(collector.resources()).toContainEqual({
    key: 'service.name',
    value: { stringValue: 'stays-of-the-test' },
  })
  await expect
    .poll(() => collector.metrics(), { timeout: 5000 })
    .toContain('latchkey_call_duration_seconds')
  for (const secret of ['pLaNtEd', access, refresh]) expect(collector.text()).not.toContain(secret)
})
