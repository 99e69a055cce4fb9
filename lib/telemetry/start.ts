import type { Registry } from 'prom-client'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { requests } from './channels'
import { timed } from './timed'

type Telemetry = { prometheus: Registry | null; end: () => Promise<void> }

// One for the process: server.ts and Next's instrumentation.ts both ask for it.
const kept = globalThis as unknown as { latchkeyTelemetry?: Promise<Telemetry> }

/**
 * Begins to count and to trace, as far as the environment asks for it; what it does not ask for is
 * not even loaded.
 */
export function telemetry(): Promise<Telemetry> {
  kept.latchkeyTelemetry ??= start()
  return kept.latchkeyTelemetry
}

async function start(): Promise<Telemetry> {
  if (log.says('info')) logRequests()
  const prometheus = env().metricsToken ? (await import('./prometheus')).startPrometheus() : null
  const end = isExported(process.env) ? await (await import('./otlp')).startOtlp() : async () => {}
  return { prometheus, end }
}

const logRequests = (): void =>
  timed(requests, ({ method, endpoint, status }, seconds) =>
    log.info('request', { method, endpoint, status, ms: Math.round(seconds * 1000) }),
  )

/** By the variables of the OpenTelemetry specification, which its own packages read as well. */
export function isExported(variables: Record<string, string | undefined>): boolean {
  if (variables.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return false
  return Boolean(
    variables.OTEL_EXPORTER_OTLP_ENDPOINT ||
      variables.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ||
      variables.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT,
  )
}
