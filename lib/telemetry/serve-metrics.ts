import { env } from '@/lib/env'
import { refusal } from '@/lib/machine-token'
import { telemetry } from './start'

/** Prometheus' text format, to who has METRICS_TOKEN. Each process answers what it counted itself. */
export async function serveMetrics(request: Request): Promise<Response> {
  const refused = refusal(request, env().metricsToken)
  if (refused) return refused
  const register = (await telemetry()).prometheus
  return new Response(await register?.metrics(), {
    headers: { 'content-type': register?.contentType ?? '', 'cache-control': 'no-store' },
  })
}
